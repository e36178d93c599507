import type { Finding } from "./finding.ts";
import { reachMs, type Sample, type SeenState } from "./uptime.ts";

/** Something that changed about a server. Times are milliseconds since 1970 UTC; `at` is when it was noticed. */
export type ServerEvent =
  | {
      readonly kind: "state";
      readonly at: number;
      readonly from: SeenState;
      readonly to: SeenState;
      /** What was found, where it says more than the state; with the status of an answer. */
      readonly cause?: string;
      readonly status?: number;
      /** When it was last looked at before; only where nobody looked for a while, so that it may have changed long ago. */
      readonly lastAt?: number;
    }
  | {
      readonly kind: "version";
      readonly at: number;
      readonly from: string;
      readonly to: string;
      readonly lastAt?: number;
    }
  /** The user gave the server another address. */
  | { readonly kind: "address"; readonly at: number; readonly from: string };

/** What changed from one check to the next. `version` is the last that the server told, if it ever did. */
export function eventsBetween(
  before: Sample | undefined,
  version: string | undefined,
  next: Sample,
  finding?: Finding,
): readonly ServerEvent[] {
  if (!before) return [];
  const { at } = next;
  const gap = at - before.at > reachMs ? { lastAt: before.at } : {};
  const events: ServerEvent[] = [];
  if (next.state !== before.state)
    events.push({ kind: "state", at, from: before.state, to: next.state, ...causeOf(finding), ...gap });
  if (version !== undefined && next.version !== undefined && next.version !== version)
    events.push({ kind: "version", at, from: version, to: next.version, ...gap });
  return events;
}

function causeOf(finding: Finding | undefined): { readonly cause?: string; readonly status?: number } {
  if (!finding || finding.kind === "connected") return {};
  return {
    cause: finding.kind,
    ...("status" in finding && finding.status !== undefined ? { status: finding.status } : {}),
  };
}
