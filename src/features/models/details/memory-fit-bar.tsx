import type { MemoryEstimate } from "#src/core/models/memory-fit.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

export type MemoryFitBarProps = {
  estimate: MemoryEstimate;
  /** What the user says there is, and the most that was seen in use; bytes. */
  memory: number | undefined;
  seen: number | undefined;
};

/** The estimate's parts against the memory, drawn to one scale; the same in words below. */
export function MemoryFitBar({ estimate, memory, seen }: MemoryFitBarProps) {
  const t = useT();
  const locale = useLocale();
  const { weights, cache } = estimate;
  // Beside an unknown cache it would look like all that is missing.
  const allowance = estimate.total === undefined ? 0 : estimate.allowance;
  const cacheBytes = cache.kind === "estimate" || cache.kind === "at-most" ? cache.bytes : 0;
  const line = memory ?? seen;
  const scale = Math.max(weights + cacheBytes + allowance, line ?? 0) * 1.04;
  const share = (bytes: number) => `${(bytes / scale) * 100}%`;
  const parts = [
    { key: "weights", bytes: weights, look: "bg-accent" },
    ...(cacheBytes > 0 ? [{ key: "cache", bytes: cacheBytes, look: "bg-accent/55" } as const] : []),
    ...(allowance > 0 ? [{ key: "allowance", bytes: allowance, look: "bg-muted/50" } as const] : []),
  ] as const;
  return (
    <div className="mt-3 max-w-(--measure-wide)">
      <div aria-hidden className="relative h-7 overflow-hidden rounded-control bg-surface">
        <div className="flex h-full gap-px">
          {parts.map(({ key, bytes, look }) => (
            <div key={key} className={look} style={{ inlineSize: share(bytes) }} />
          ))}
        </div>
        {line === undefined ? null : (
          <div
            className={`absolute inset-y-0 w-0.5 bg-text ${memory === undefined ? "opacity-50" : ""}`}
            style={{ insetInlineStart: share(line) }}
          />
        )}
      </div>
      <dl className="facts mt-2 flex flex-wrap gap-x-5 gap-y-1">
        {parts.map(({ key, bytes, look }) => (
          <div key={key} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-2.5 rounded-[2px] ${look}`} />
            <dt>{t(`details.fit.${key}`)}</dt>
            <dd className="text-text">
              {key === "weights" ? "" : cache.kind === "at-most" && key === "cache" ? "≤ " : "≈ "}
              {formatBytes(bytes, locale)}
            </dd>
          </div>
        ))}
        {line === undefined ? null : (
          <div className="flex items-center gap-1.5">
            <span aria-hidden className={`h-3 w-0.5 bg-text ${memory === undefined ? "opacity-50" : ""}`} />
            <dt>{t(memory === undefined ? "details.fit.seen" : "details.fit.given")}</dt>
            <dd className="text-text">{formatBytes(line, locale)}</dd>
          </div>
        )}
      </dl>
    </div>
  );
}
