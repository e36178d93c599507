import type { Model } from "./model.ts";

export type FreedSpace = {
  /** Bytes at most: layers that other models use too stay, and no list says which those are. */
  readonly atMost: number;
  /** Other names of the same models, which stay and keep their layers. */
  readonly keptBy: readonly string[];
};

/** What deleting some of the installed models frees on the server's disk. One digest is one model, whatever its names. */
export function freedSpace(going: readonly Model[], installed: readonly Model[]): FreedSpace {
  const names = new Set(going.map(({ name }) => name));
  const digests = new Map(going.map(({ digest, name, size }) => [digest || name, size]));
  const others = installed.filter(({ name, digest }) => !names.has(name) && digests.has(digest || name));
  for (const { digest, name } of others) digests.delete(digest || name);
  return {
    atMost: [...digests.values()].reduce((sum, size) => sum + size, 0),
    keptBy: others.map(({ name }) => name),
  };
}
