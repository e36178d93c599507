import type { RunningModel } from "./model.ts";

/** A time from which on "until" means always: the server writes "forever" as 292 years ahead. */
const always = Date.UTC(2200, 0, 1);

/**
 * When a model leaves memory, seen at `now` (milliseconds since 1970 UTC): after so many milliseconds, never by itself, or not
 * known: while a request runs, `expires_at` lies in the past.
 */
export function leavesIn({ expiresAt }: RunningModel, now: number): number | "never" | "unknown" {
  if (expiresAt >= always) return "never";
  return expiresAt > now ? expiresAt - now : "unknown";
}

/**
 * The model in memory that the server most probably unloads to make room: idle ones go first, those that would stay shortest
 * before the others (server/sched.go, findRunnerToUnload). The server tells when a model leaves, not how long it was asked to stay, so
 * this is a guess. `undefined` where nothing is in memory.
 */
export function likelyUnloaded(running: readonly RunningModel[], now: number): RunningModel | undefined {
  const wait = (model: RunningModel) => {
    const left = leavesIn(model, now);
    // One that answers now is not unloaded before it is done; one that stays for good comes before that.
    if (left === "unknown") return Infinity;
    return left === "never" ? Number.MAX_SAFE_INTEGER : left;
  };
  return running.reduce<RunningModel | undefined>(
    (first, model) => (first === undefined || wait(model) < wait(first) ? model : first),
    undefined,
  );
}

/** Bytes of memory that all of them hold, on GPUs and in the system's memory. */
export function memoryOf(running: readonly RunningModel[]): {
  readonly gpu: number;
  readonly system: number;
} {
  const gpu = running.reduce((sum, model) => sum + Math.min(model.sizeVram, model.size), 0);
  const all = running.reduce((sum, model) => sum + model.size, 0);
  return { gpu, system: all - gpu };
}
