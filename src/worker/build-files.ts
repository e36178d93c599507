/** A file of the build. The hash is the first 16 hexadecimal digits of its SHA-256. */
export type BuildFile = {
  readonly path: string;
  readonly hash: string;
  /** Fetched with the build; the others are kept when they are first used. */
  readonly isShell: boolean;
};

/** What the build puts here: a name that is as new as the worker's text, and its files. */
declare const candorBuild: {
  readonly name: string;
  readonly files: readonly (readonly [path: string, hash: string, isShell: 0 | 1])[];
};

const build = candorBuild;

export const buildName = build.name;

export const buildFiles: ReadonlyMap<string, BuildFile> = new Map(
  build.files.map(([path, hash, isShell]) => [path, { path, hash, isShell: isShell === 1 }]),
);
