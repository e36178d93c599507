/** How a reply of the measured server comes: so many tokens at once, then so many at a rate. */
export interface Plan {
  readonly atOnce: number;
  readonly later: number;
  /** Tokens per second of the second part. */
  readonly perSecond: number;
}

/** What stands in the reply where its parts end. */
export const marks = { begun: "Begun.", prefilled: "Prefilled.", ended: "Ended." } as const;

/** A plan travels to the server as the question that is asked. */
export function questionOf({ atOnce, later, perSecond }: Plan): string {
  return `${atOnce} tokens at once, then ${later} at ${perSecond} a second`;
}

export function planOf(question: string): Plan {
  const [atOnce = 0, later = 0, perSecond = 0] = (question.match(/\d+/g) ?? []).map(Number);
  return { atOnce, later, perSecond };
}
