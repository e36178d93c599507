/** How a server has answered of late, to know when it is asked again by itself. Times in milliseconds since 1970 UTC. */
export type Breaker = {
  /** In a row, up to now. */
  readonly failures: number;
  readonly failedAt: number;
};

export const closedBreaker: Breaker = { failures: 0, failedAt: 0 };

/** So many failures in a row open it. */
const limit = 3;
/** What is waited after the first failure, the second, …; after the last one too. The first two only put the next question off. */
const waits = [2000, 5000, 10_000, 30_000, 60_000] as const;

export function afterFailure({ failures }: Breaker, now: number): Breaker {
  return { failures: failures + 1, failedAt: now };
}

/** How long after its last failure a server is asked again by itself, in milliseconds; 0 where it answers. */
export function waitOf({ failures }: Breaker): number {
  return failures === 0 ? 0 : (waits[Math.min(failures, waits.length) - 1] ?? 0);
}

/** Whether something other than the user may ask the server now: a page that opens, a window that comes to the front, a clock. */
export function mayAsk(breaker: Breaker, now: number): boolean {
  return breaker.failures < limit || now - breaker.failedAt >= waitOf(breaker);
}
