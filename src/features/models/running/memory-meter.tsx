import { MemoryStick } from "lucide-react";
import { memoryOf } from "#src/core/models/in-memory.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { useAbilities } from "#src/state/abilities.ts";
import { useServer } from "#src/state/server.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { useRunning } from "./use-running.ts";

const interval = 10_000;

/** How much the models in memory hold, always in sight; leads to the board. */
export function MemoryMeter() {
  const t = useT();
  const locale = useLocale();
  const running = useRunning(interval);
  const server = useServer((state) => state.url);
  const isTold = useAbilities(({ known }) => known.get(server)?.hasMemory ?? true);
  const { gpu, system } = memoryOf(running ?? []);
  const size = formatBytes(gpu + system, locale);
  if (!isTold) return null;
  const label = running
    ? t(running.length === 0 ? "running.meterNone" : "running.meter", { count: running.length, size })
    : t("running.meterUnknown");
  return (
    <a
      href="#/running"
      aria-label={label}
      title={label}
      className="flex min-h-8 shrink-0 items-center gap-1.5 rounded-control px-2 text-muted hover:bg-hover hover:text-text pointer-coarse:min-h-11 max-sm:px-1.5"
    >
      <MemoryStick aria-hidden className="size-4" />
      {running && running.length > 0 ? (
        <span aria-hidden className="flex flex-col gap-0.5 max-sm:hidden">
          <span className="facts leading-none">{size}</span>
          <span className="flex h-1 w-full overflow-hidden rounded-full bg-line">
            <span className="bg-accent" style={{ inlineSize: `${(gpu / (gpu + system || 1)) * 100}%` }} />
            <span className="flex-1 bg-muted" />
          </span>
        </span>
      ) : null}
    </a>
  );
}
