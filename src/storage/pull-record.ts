import * as v from "valibot";

/** A pull that has not ended, so that it can be taken up again; `startedAt` in milliseconds since 1970 UTC. */
export type PullRecord = {
  readonly name: string;
  readonly server: string;
  readonly startedAt: number;
  /** Those with less stood before it; absent in older records, whose order is that of `startedAt`. */
  readonly place?: number;
  readonly isUpdate?: boolean;
  /** Over plain HTTP. */
  readonly isInsecure?: boolean;
  /** Nothing of it had been asked for yet. */
  readonly hasWaited?: boolean;
  /** The user paused it, when it had come so far, in bytes. */
  readonly paused?: { readonly completed: number; readonly total: number };
};

const paused = v.object({ completed: v.number(), total: v.number() });

const schema = v.looseObject({
  name: v.string(),
  server: v.string(),
  startedAt: v.number(),
  place: v.fallback(v.optional(v.number()), undefined),
  isUpdate: v.fallback(v.optional(v.boolean()), undefined),
  isInsecure: v.fallback(v.optional(v.boolean()), undefined),
  hasWaited: v.fallback(v.optional(v.boolean()), undefined),
  paused: v.fallback(v.optional(paused), undefined),
});

/** A stored pull; undefined where the record is broken. */
export function parsePull(value: unknown): PullRecord | undefined {
  const result = v.safeParse(schema, value);
  // Optional fields come out as absent, never as undefined.
  return result.success ? (result.output as PullRecord) : undefined;
}
