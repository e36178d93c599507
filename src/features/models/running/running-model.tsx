import { leavesIn } from "#src/core/models/in-memory.ts";
import type { RunningModel as Running } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { keepInMemory, unload } from "#src/state/running.ts";
import { Button } from "#src/ui/button.tsx";
import { formatElapsed, formatWhole } from "#src/ui/figures.ts";
import { type MessageKey, type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { MemoryBar } from "./memory-bar.tsx";
import { useMemoryChange } from "./use-memory-change.ts";

const stays = [
  { keepAlive: "5m", label: "running.keep5" },
  { keepAlive: "1h", label: "running.keepHour" },
  { keepAlive: -1, label: "running.keepAlways" },
] as const satisfies readonly { keepAlive: string | number; label: MessageKey }[];

/** One model in memory: what it holds, until when, and what can be changed about that. */
export function RunningModel({ model, now }: { model: Running; now: number }) {
  const t = useT();
  const locale = useLocale();
  const change = useMemoryChange(model.name);
  const isChanging = change !== undefined && change.status !== "failed";
  const left = leavesIn(model, now);
  return (
    <li className="rounded-panel border border-line bg-raised p-4">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h3 className="min-w-0 font-medium wrap-anywhere">
          <a href={`#/models/${encodeURIComponent(model.name)}`} dir="ltr" className="hover:text-accent">
            {model.name}
          </a>
        </h3>
        <span className="facts">{formatBytes(model.size, locale)}</span>
        {model.contextLength === undefined ? null : (
          <span className="facts">
            {t("running.context", { count: formatWhole(model.contextLength, locale) })}
          </span>
        )}
      </div>
      <div className="mt-2">
        <MemoryBar model={model} />
      </div>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <p className="me-auto tabular-nums">
          {change?.status === "unloading" ? t("running.unloading") : staysText(left, t, locale)}
        </p>
        <div
          role="group"
          aria-label={t("running.keep", { name: model.name })}
          className="flex flex-wrap items-center gap-1"
        >
          <span aria-hidden className="facts me-1">
            {t("running.keepLabel")}
          </span>
          {stays.map(({ keepAlive, label }) => (
            <Button key={label} disabled={isChanging} onClick={() => void keepInMemory(model, keepAlive)}>
              {t(label)}
            </Button>
          ))}
        </div>
        <Button
          look="danger"
          disabled={isChanging}
          aria-label={t("running.unload", { name: model.name })}
          onClick={() => void unload(model.name)}
        >
          {t("running.unloadShort")}
        </Button>
      </div>
    </li>
  );
}

function staysText(left: ReturnType<typeof leavesIn>, t: Translate, locale: string): string {
  if (left === "never") return t("running.always");
  return left === "unknown" ? t("running.inUse") : t("running.leaves", { time: formatElapsed(left, locale) });
}
