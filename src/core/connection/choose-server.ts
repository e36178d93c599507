/** A conversation's `server` that names none: it is chosen for each reply by the rule. No address is like it. */
export const byRule = "auto";

/** What is known of a server that has a model, at the moment of choosing. */
export type Candidate = {
  readonly server: string;
  /** It failed the last time it was asked for anything. */
  readonly isDown: boolean;
  /** The model is in its memory. */
  readonly isInMemory: boolean;
  /** How fast it wrote with this model, in tokens a second; absent where that was never measured. */
  readonly speed?: number | undefined;
  /** Replies that this page is having made there. */
  readonly running: number;
};

/**
 * Whom to ask, and who follows where one fails: those with the model in memory, then the fastest measured, then the one with
 * the fewest replies under way, then as they were given. Those that are down are left out while there is another.
 */
export function orderServers(candidates: readonly Candidate[]): readonly string[] {
  const up = candidates.filter(({ isDown }) => !isDown);
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  return [...(up.length > 0 ? up : candidates)].sort(compare).map(({ server }) => server);
}

function compare(a: Candidate, b: Candidate): number {
  return (
    Number(b.isInMemory) - Number(a.isInMemory) || (b.speed ?? 0) - (a.speed ?? 0) || a.running - b.running
  );
}
