import { isRemote, type Model } from "./model.ts";

/** What one model takes of the server's disk, under all names it has. */
export type DiskShare = { readonly names: readonly string[]; readonly bytes: number };

/**
 * Which models take how many bytes, the largest first. Names with one digest are one model and stored once; models in the
 * cloud take nothing. Different models may share layers too, which no list tells: a sum of these is the most that is taken.
 */
export function diskShares(models: readonly Model[]): readonly DiskShare[] {
  const shares = new Map<string, { names: string[]; bytes: number }>();
  for (const model of models) {
    if (isRemote(model)) continue;
    const key = model.digest || model.name;
    const share = shares.get(key);
    if (share) share.names.push(model.name);
    else shares.set(key, { names: [model.name], bytes: model.size });
  }
  // Firefox has toSorted since 115.
  // oxlint-disable-next-line unicorn/no-array-sort
  return [...shares.values()].sort((a, b) => b.bytes - a.bytes);
}

export function bytesOf(shares: readonly DiskShare[]): number {
  return shares.reduce((sum, { bytes }) => sum + bytes, 0);
}
