import type { Segment } from "#src/core/connection/uptime.ts";
import { stateTexts } from "#src/features/connection/state-mark.tsx";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** The word for a state of the day. */
export function stateText(state: Segment["state"]): MessageKey {
  return state === "unknown" ? "serverHealth.legendUnknown" : stateTexts[state];
}
