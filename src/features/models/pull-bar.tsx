import { formatBytes } from "#src/core/models/size.ts";
import type { PullLayer } from "#src/core/models/pull.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ProgressBar } from "#src/ui/progress-bar.tsx";

/** How far a pull is. */
export function PullBar({ pull, text }: { pull: PullView; text: string }) {
  const t = useT();
  const label = t("models.pulling", { name: pull.name });
  return <ProgressBar label={label} text={text} percent={pull.progress.percent} />;
}

/** The parts of a download, for the eye alone: their sum is in the bar above. */
export function PullLayers({ layers }: { layers: readonly PullLayer[] }) {
  const locale = useLocale();
  if (layers.length < 2) return null;
  return (
    <div aria-hidden className="flex flex-col gap-0.5">
      {layers.map((layer) => (
        <div key={layer.digest} className="facts flex items-center gap-2">
          <span className="w-24 truncate font-mono">{layer.digest.replace(/^sha256:/, "").slice(0, 12)}</span>
          <span className="h-0.5 flex-1 overflow-hidden rounded-full bg-hover">
            <span
              className="block h-full bg-muted"
              style={{ inlineSize: `${layer.total === 0 ? 0 : (layer.shown / layer.total) * 100}%` }}
            />
          </span>
          <span className="w-16 text-end">{formatBytes(layer.total, locale)}</span>
        </div>
      ))}
    </div>
  );
}
