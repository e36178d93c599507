import type { TimingPart } from "#src/core/requests/exchange-timing.ts";

export const partLooks = {
  head: "bg-muted opacity-40",
  body: "bg-warn",
  stream: "bg-accent",
  end: "bg-muted",
} as const satisfies Record<TimingPart["name"], string>;

/** The parts of a request's time side by side; the whole width is `scale` milliseconds. */
export function TimingBar({ parts, scale }: { parts: readonly TimingPart[]; scale: number }) {
  return (
    <span aria-hidden className="flex h-1.5 w-full overflow-hidden rounded-full bg-hover">
      {parts.map(({ name, ms }) => (
        <span
          key={name}
          className={`h-full min-w-px shrink-0 ${partLooks[name]}`}
          style={{ width: `${(ms / scale) * 100}%` }}
        />
      ))}
    </span>
  );
}
