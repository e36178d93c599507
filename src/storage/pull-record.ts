import * as v from "valibot";

/** A pull that was under way, so that it can be taken up again; `startedAt` in milliseconds since 1970 UTC. */
export type PullRecord = { readonly name: string; readonly server: string; readonly startedAt: number };

const schema = v.looseObject({ name: v.string(), server: v.string(), startedAt: v.number() });

/** A stored pull; undefined where the record is broken. */
export function parsePull(value: unknown): PullRecord | undefined {
  const result = v.safeParse(schema, value);
  return result.success ? result.output : undefined;
}
