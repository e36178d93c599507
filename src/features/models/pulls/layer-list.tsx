import type { PullLayer } from "#src/core/models/pull.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** The parts of a download, by their digests as `ollama` itself shortens them. */
export function LayerList({ name, layers }: { name: string; layers: readonly PullLayer[] }) {
  const t = useT();
  const locale = useLocale();
  if (layers.length === 0) return null;
  return (
    <ul aria-label={t("pulls.layers", { name })} className="mt-1 flex flex-col gap-1">
      {layers.map(({ digest, total, shown }) => (
        <li key={digest} className="facts flex items-center gap-3">
          <span className="w-24 shrink-0 truncate font-mono" dir="ltr">
            {digest.replace(/^sha256:/, "").slice(0, 12)}
          </span>
          <span aria-hidden className="h-1 min-w-4 flex-1 overflow-hidden rounded-full bg-hover">
            <span
              className="block h-full bg-muted"
              style={{ inlineSize: `${total === 0 ? 0 : Math.min(100, (shown / total) * 100)}%` }}
            />
          </span>
          <span className="w-36 shrink-0 text-end">
            {shown >= total
              ? formatBytes(total, locale)
              : t("models.pull.bytes", {
                  completed: formatBytes(shown, locale),
                  total: formatBytes(total, locale),
                })}
          </span>
        </li>
      ))}
    </ul>
  );
}
