import type { OllamaError } from "#src/core/errors.ts";
import type { GenerateEnd } from "#src/core/playground/generate-line.ts";
import type { Measured } from "#src/core/playground/timings.ts";
import type { JsonRecord } from "#src/core/stream/json.ts";

/**
 * `sent`: nothing is known yet. `queued`: waits for a connection of ours. `loading`: not in memory. `silent`: in memory, and has
 * written nothing. Then it thinks or writes, and ends in one of four ways.
 */
type CompletionStatus =
  | "sent"
  | "queued"
  | "loading"
  | "silent"
  | "thinking"
  | "writing"
  | "done"
  | "stopped"
  | "interrupted"
  | "failed";

/** One completion. Times are milliseconds. */
export type CompletionView = {
  readonly id: number;
  readonly server: string;
  readonly model: string;
  /** What was sent. */
  readonly body: JsonRecord;
  readonly status: CompletionStatus;
  /** When it began, since 1970 UTC. */
  readonly startedAt: number;
  /** When the status became what it is, since 1970 UTC. */
  readonly since: number;
  /** Place in the queue, from 1. */
  readonly position?: number;
  readonly text: string;
  readonly thinking: string;
  /** Pieces that came: about as many as tokens. */
  readonly pieces: number;
  /** Since the request left. */
  readonly measured: Measured;
  readonly end?: GenerateEnd;
  readonly error?: OllamaError;
};

const ends: readonly CompletionStatus[] = ["done", "stopped", "interrupted", "failed"];

export function isEnded({ status }: Pick<CompletionView, "status">): boolean {
  return ends.includes(status);
}
