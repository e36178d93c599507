import { expect, test } from "vitest";
import type { ServerEvent } from "#src/core/connection/server-events.ts";
import type { Translate } from "#src/ui/i18n.tsx";
import { eventText } from "./event-text.ts";

const t: Translate = (key) => key;
const change = (from: "connected" | "unreachable", to: "connected" | "unreachable"): ServerEvent => ({
  kind: "state",
  at: 0,
  from,
  to,
});

test("a server that was never seen connected is not connected again", () => {
  const up = change("unreachable", "connected");
  expect(eventText(up, [], t)).toEqual(["serverHealth.eventFirstUp"]);
  expect(eventText(up, [{ kind: "address", at: 0, from: "http://box" }], t)).toEqual([
    "serverHealth.eventFirstUp",
  ]);
  expect(eventText(up, [change("connected", "unreachable")], t)).toEqual(["serverHealth.eventUp"]);
});
