/** What the app makes use of, by the release that brought it (first stable release with the commit). */
const since = {
  chat: "0.1.24",
  running: "0.1.38",
  embed: "0.2.6",
  tools: "0.2.6",
  schema: "0.5.0",
  capabilities: "0.6.4",
  thinking: "0.9.0",
  effort: "0.11.5",
  cloud: "0.12.0",
  logprobs: "0.12.11",
  listed: "0.30.0",
} as const;

export type Feature = keyof typeof since;

/** What a server of this version is too old for, the oldest first. Nothing for a version that says nothing, as `0.0.0` of a developer's build. */
export function missingFeatures(version: string): readonly { feature: Feature; since: string }[] {
  const has = numbers(version);
  if (!has || has.every((number) => number === 0)) return [];
  return (Object.keys(since) as Feature[])
    .filter((feature) => isBefore(has, numbers(since[feature]) ?? []))
    .map((feature) => ({ feature, since: since[feature] }));
}

/** A pre-release has what its release brings: `0.30.0-rc1` counts as 0.30.0. */
function numbers(version: string): readonly number[] | undefined {
  const [, ...parts] = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return parts.length === 0 ? undefined : parts.map((part) => Number(part ?? 0));
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  const at = one.findIndex((number, index) => number !== (other[index] ?? 0));
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}
