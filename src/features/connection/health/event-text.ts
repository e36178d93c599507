import type { ServerEvent } from "#src/core/connection/server-events.ts";
import { type Sample, segmentsOf } from "#src/core/connection/uptime.ts";
import type { Translate } from "#src/ui/i18n.tsx";
import { formatSpan } from "./figures.ts";
import { stateText } from "./state-text.ts";

/** What an event says: the change itself, and what else is known of it. */
export function eventText(
  event: ServerEvent,
  earlier: readonly ServerEvent[],
  t: Translate,
): readonly [what: string, cause?: string] {
  switch (event.kind) {
    case "version":
      return [t("serverHealth.eventVersion", { from: event.from, to: event.to })];
    case "address":
      return [t("serverHealth.eventAddress", { from: event.from })];
    case "state": {
      if (event.to === "connected")
        return [t(wasConnected(earlier) ? "serverHealth.eventUp" : "serverHealth.eventFirstUp")];
      const what =
        event.to === "unreachable"
          ? t("serverHealth.eventDown")
          : t("serverHealth.eventState", { state: t(stateText(event.to)) });
      const cause = causeText(event, t);
      return cause === undefined ? [what] : [what, cause];
    }
  }
}

function wasConnected(earlier: readonly ServerEvent[]): boolean {
  return earlier.some(
    (event) => event.kind === "state" && (event.from === "connected" || event.to === "connected"),
  );
}

function causeText(event: ServerEvent & { kind: "state" }, t: Translate): string | undefined {
  const { cause, status } = event;
  if (cause === "timeout") return t("serverHealth.causeTimeout");
  if (status === undefined) return undefined;
  return t(cause === "proxy-down" ? "serverHealth.causeProxy" : "serverHealth.causeStatus", { status });
}

/** How long a server that is back was away; absent where it was not watched all the while. */
export function awayText(
  event: ServerEvent,
  earlier: readonly ServerEvent[],
  samples: readonly Sample[],
  t: Translate,
  locale: string,
): string | undefined {
  if (event.kind !== "state" || event.to !== "connected") return undefined;
  const left = earlier.findLast((other) => other.kind === "state" && other.from === "connected");
  if (!left) return undefined;
  const isWatched = segmentsOf(samples, left.at, event.at).every(({ state }) => state !== "unknown");
  return isWatched ? t("serverHealth.downFor", { time: formatSpan(event.at - left.at, locale) }) : undefined;
}
