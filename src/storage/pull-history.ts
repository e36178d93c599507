import * as v from "valibot";
import type { OllamaError } from "#src/core/errors.ts";
import { localItems, readItem, writeItem } from "./local-items.ts";

/** How a pull ended: `new` and the two after it are successes; `unlisted` is an update of a model that no registry has. */
type PullOutcome = "new" | "updated" | "same" | "done" | "unlisted" | "failed" | "cancelled";

/** A pull that has ended. Times in milliseconds, `endedAt` since 1970 UTC. */
export type PastPull = {
  readonly name: string;
  readonly server: string;
  readonly endedAt: number;
  /** Without the time in the queue and the time it was paused. */
  readonly tookMs: number;
  /** Seen to arrive, in bytes: layers that were there already do not count. */
  readonly bytes: number;
  /** Mean over the time in which layers were downloaded; absent where that was too short to tell. */
  readonly bytesPerSecond?: number;
  readonly outcome: PullOutcome;
  readonly error?: OllamaError;
};

const key = "candor.pulls";
const most = 200;

const text = v.string();
const error = v.variant("kind", [
  v.object({ kind: v.literal("in-stream"), message: text }),
  v.object({ kind: v.literal("http"), status: v.number(), message: text }),
  v.object({ kind: v.literal("unreachable"), url: text }),
  v.object({ kind: v.literal("cut"), how: v.picklist(["ended", "broken", "tab"]) }),
  v.object({ kind: v.literal("malformed"), sample: text }),
  v.object({ kind: v.literal("timeout"), afterMs: v.number() }),
  v.object({ kind: v.literal("app"), message: text }),
]);

const schema = v.object({
  name: text,
  server: text,
  endedAt: v.number(),
  tookMs: v.number(),
  bytes: v.number(),
  bytesPerSecond: v.optional(v.number()),
  outcome: v.picklist(["new", "updated", "same", "done", "unlisted", "failed", "cancelled"]),
  error: v.fallback(v.optional(error), undefined),
});

/** The ended pulls, the newest first; a broken record costs no other. Never throws. */
export function readPullHistory(items = localItems()): readonly PastPull[] {
  try {
    const rows: unknown = JSON.parse(readItem(key, items) ?? "[]");
    if (!Array.isArray(rows)) return [];
    return rows.flatMap((row) => {
      const result = v.safeParse(schema, row);
      return result.success ? [result.output as PastPull] : [];
    });
  } catch {
    return [];
  }
}

/** Keeps the newest two hundred; false where that failed. */
export function writePullHistory(pulls: readonly PastPull[], items = localItems()): boolean {
  return writeItem(key, pulls.length === 0 ? null : JSON.stringify(pulls.slice(0, most)), items);
}

/** Calls back when another tab changed the history; returns how to stop. */
export function onPullHistoryChanged(listener: () => void): () => void {
  const follow = (event: StorageEvent): void => {
    // The key is null when everything was cleared.
    if (event.key === key || event.key === null) listener();
  };
  globalThis.addEventListener?.("storage", follow);
  return () => globalThis.removeEventListener?.("storage", follow);
}
