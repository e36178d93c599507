import { csvOf } from "#src/core/playground/csv.ts";
import type { ServerEvent } from "./server-events.ts";
import type { Sample } from "./uptime.ts";

/** A spreadsheet would take such a text, which a server may have written, for a formula. */
const formula = /^[=+\-@\t\r]/;

/**
 * Checks and changes of a server as one table in order of time: `time` (ISO 8601, UTC), `kind` (`check`, `state`, `version`, `address`),
 * `state`, `latency_ms`, `version`, `from` and `cause`. A field that does not apply is empty.
 */
export function uptimeCsv(samples: readonly Sample[], events: readonly ServerEvent[]): string {
  const checks = samples.map(({ at, state, latencyMs = "", version = "" }) => ({
    at,
    fields: ["check", state, latencyMs, version, "", ""],
  }));
  const changes = events.map((event) => ({ at: event.at, fields: fieldsOf(event) }));
  const rows = [...checks, ...changes].toSorted((one, other) => one.at - other.at);
  return csvOf([
    ["time", "kind", "state", "latency_ms", "version", "from", "cause"],
    ...rows.map(({ at, fields }) => [new Date(at).toISOString(), ...fields.map(harmless)]),
  ]);
}

function fieldsOf(event: ServerEvent): readonly (string | number)[] {
  switch (event.kind) {
    case "state": {
      const cause = [event.cause, event.status].filter((part) => part !== undefined).join(" ");
      return ["state", event.to, "", "", event.from, cause];
    }
    case "version":
      return ["version", "", "", event.to, event.from, ""];
    case "address":
      return ["address", "", "", "", event.from, ""];
  }
}

function harmless(field: string | number): string | number {
  return typeof field === "string" && formula.test(field) ? `'${field}` : field;
}
