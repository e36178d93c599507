import { OllamaFailure } from "#src/core/errors.ts";

/**
 * Runs a task under a deadline of ours as well as the caller's signal. Throws a `timeout` failure when the deadline passes, the
 * signal's own reason when that aborts. (`AbortSignal.any` is younger than the oldest browsers that we support.)
 */
export async function withDeadline<T>(
  afterMs: number,
  signal: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const own = new AbortController();
  let isExpired = false;
  const leave = (): void => own.abort(signal?.reason);
  const timer = setTimeout(() => {
    isExpired = true;
    own.abort();
  }, afterMs);
  signal?.addEventListener("abort", leave, { once: true });
  try {
    return await task(own.signal);
  } catch (error) {
    if (isExpired) throw new OllamaFailure({ kind: "timeout", afterMs }, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", leave);
  }
}
