import { fileNameOf, type GrammarName, grammarOf } from "./languages.ts";

/** What the line that opens a block of code says of it. */
export interface CodeInfo {
  /** The language as it was written, and the file's name where there is one. */
  readonly label: string | undefined;
  readonly grammar: GrammarName | undefined;
  /** A name to save the code under. */
  readonly fileName: string;
}

const nameInMeta = /(?:^|[\s{,])(?:title|file|filename|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s,}"']+))/i;
const safeName = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_ .()+@-]{0,98}[\p{L}\p{N}_)+@-])?$/u;
// Names that Windows keeps for devices.
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** The last part of a path, if any system can save under it. */
function safeFileName(path: string): string | undefined {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return safeName.test(name) && !deviceName.test(name) ? name : undefined;
}

const endingOf = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

/** Reads the info string of a fence: its first word, and what follows it. */
export function readInfo(language: string | null | undefined, meta: string | null | undefined): CodeInfo {
  // Also {.python}, language-js, ts:src/a.ts, rust,ignore and js{1,3}.
  const [, first = "", more = ""] =
    /^[{.]*(?:lang(?:uage)?-)?([^\s{}:,=]*)(?::([^\s{}]+))?/.exec(language ?? "") ?? [];
  const [, quoted, single, bare] = nameInMeta.exec(` ${meta ?? ""}`) ?? [];
  const isFile = grammarOf(first) === undefined && first.includes(".");
  const file = safeFileName(quoted ?? single ?? bare ?? (more || (isFile ? first : "")));
  const grammar = grammarOf(first) ?? grammarOf(file === undefined ? "" : endingOf(file));
  const names = [...new Set([first, file].filter((name) => name !== undefined && name !== ""))];
  return { label: names.join(" · ") || undefined, grammar, fileName: file ?? fileNameOf(grammar, first) };
}
