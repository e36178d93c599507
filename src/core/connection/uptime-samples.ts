import type { Sample } from "./uptime.ts";

/** For how long samples are kept, in milliseconds. */
export const dayMs = 24 * 60 * 60_000;
/** One a minute. */
const most = 1440;
/** Of checks that say the same within this time, in milliseconds, the ones in the middle are left out. */
const minute = 60_000;

/**
 * Adds a check to those of the last day: at most 1,440. The newest of before is kept however old it is, since it says what was
 * last known. Samples that would lie after the new one come from a clock that was wrong, and go.
 */
export function addSample(samples: readonly Sample[], added: Sample): readonly Sample[] {
  const before = samples.filter(({ at }) => at < added.at);
  const newest = before.at(-1);
  const kept = before.filter((sample) => sample === newest || added.at - sample.at <= dayMs);
  const prior = kept.at(-2);
  const isBetween =
    newest && prior && says(newest, added) && says(prior, newest) && added.at - prior.at <= minute;
  return [...(isBetween ? kept.slice(0, -1) : kept), added].slice(-most);
}

function says(one: Sample, other: Sample): boolean {
  return one.state === other.state && one.version === other.version;
}
