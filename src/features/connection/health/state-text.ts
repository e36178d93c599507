import type { ConnectionState } from "#src/core/connection/finding.ts";
import { stateTexts } from "#src/features/connection/state-mark.tsx";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** The word for a state of a server. */
export function stateText(state: ConnectionState | "unknown"): MessageKey {
  if (state === "unknown") return "serverHealth.legendUnknown";
  return state === "connected" ? "serverHealth.connected" : stateTexts[state];
}
