import * as v from "valibot";
import { readItem, writeItem } from "./local-items.ts";

/** What tells a file from others without reading it; `modifiedAt` in milliseconds since 1970 UTC. */
export type FileMark = { readonly name: string; readonly size: number; readonly modifiedAt: number };

const key = "candor.fileHashes";
/** Files that are remembered, the latest ones. */
const most = 40;

const entry = v.object({ name: v.string(), size: v.number(), modifiedAt: v.number(), digest: v.string() });

function readAll(): readonly v.InferOutput<typeof entry>[] {
  try {
    return v.parse(v.array(entry), JSON.parse(readItem(key) ?? "[]"));
  } catch {
    return [];
  }
}

function isSame(one: FileMark, other: FileMark): boolean {
  return one.name === other.name && one.size === other.size && one.modifiedAt === other.modifiedAt;
}

/** The digest that a file had when it was last read, as `sha256:…`. */
export function rememberedHash(mark: FileMark): string | undefined {
  return readAll().find((known) => isSame(known, mark))?.digest;
}

/** Keeps a file's digest; undefined forgets it. Where there is no room, nothing is kept. */
export function rememberHash({ name, size, modifiedAt }: FileMark, digest: string | undefined): void {
  const mark = { name, size, modifiedAt };
  const others = readAll().filter((known) => !isSame(known, mark));
  const first = digest === undefined ? [] : [{ ...mark, digest }];
  writeItem(key, JSON.stringify([...first, ...others].slice(0, most)));
}

/** Forgets all files. */
export function clearHashes(): void {
  writeItem(key, null);
}
