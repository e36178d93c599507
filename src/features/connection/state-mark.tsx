import {
  Ban,
  Circle,
  CircleDashed,
  CircleHelp,
  CircleX,
  KeyRound,
  type LucideIcon,
  ShieldX,
} from "lucide-react";
import type { ConnectionState } from "#src/core/connection/finding.ts";
import { classes } from "#src/ui/classes.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** The word for each state. */
export const stateTexts: Readonly<Record<ConnectionState, MessageKey>> = {
  checking: "connection.state.checking",
  connected: "connection.state.connected",
  unreachable: "connection.state.unreachable",
  "origin refused": "connection.state.originRefused",
  "host refused": "connection.state.hostRefused",
  "blocked by the browser": "connection.state.blocked",
  "not Ollama": "connection.state.notOllama",
  "needs a key": "connection.state.needsKey",
};

const marks: Readonly<Record<ConnectionState, readonly [LucideIcon, string]>> = {
  checking: [CircleDashed, "text-muted"],
  connected: [Circle, "fill-current text-good"],
  unreachable: [CircleX, "text-bad"],
  "origin refused": [Ban, "text-bad"],
  "host refused": [Ban, "text-bad"],
  "blocked by the browser": [ShieldX, "text-bad"],
  "not Ollama": [CircleHelp, "text-warn"],
  "needs a key": [KeyRound, "text-warn"],
};

/** A state's shape and colour; its word stands beside it. */
export function StateMark({ state }: { state: ConnectionState }) {
  const [Icon, colour] = marks[state];
  return (
    <Icon aria-hidden className={classes("size-3.5 shrink-0", colour, state === "connected" && "scale-75")} />
  );
}
