import { ggufFileType } from "./gguf-file-type.ts";
import { createGgufReader, type GgufReader } from "./gguf-reader.ts";

/** What the head of a GGUF file says of it; texts are the file's own. What it does not say is absent. */
export type GgufHead = {
  readonly version: number;
  readonly tensors: number;
  readonly kind: "model" | "projector" | "adapter";
  readonly architecture?: string;
  readonly name?: string;
  /** As in `8B`. */
  readonly sizeLabel?: string;
  /** As in `Q4_K_M`. */
  readonly fileType?: string;
  /** In tokens. */
  readonly contextLength?: number;
  /** A part of a file that was split; `number` from 1. */
  readonly part?: { readonly number: number; readonly count: number };
};

/** Why a file is no GGUF file that Ollama can read. `page`, `pointer` and `text` are what downloads often leave in its place. */
export type GgufFault =
  | "empty"
  | "page"
  | "pointer"
  | "archive"
  | "text"
  | "other"
  | "cut"
  | "old"
  | "big-endian";

export type GgufResult =
  | { readonly ok: true; readonly head: GgufHead }
  | { readonly ok: false; readonly fault: GgufFault };

/**
 * Reads the head of a GGUF file (ggml/docs/gguf.md) from its first bytes: little-endian magic, version, count of tensors, count
 * of keys, keys with their values. Where the bytes end within the keys, what was read until there counts: the tokenizer's lists
 * may be many megabytes, and `general.file_type` may stand behind them. Never throws.
 */
export function readGgufHead(bytes: Uint8Array, decode: (utf8: Uint8Array) => string): GgufResult {
  if (bytes.length === 0) return { ok: false, fault: "empty" };
  if (!startsWith(bytes, "GGUF")) return { ok: false, fault: faultOf(bytes) };
  const reader = createGgufReader(bytes, decode);
  reader.skip(4);
  const [version, tensors, keys] = [reader.u32(), reader.u64(), reader.u64()];
  if (version === undefined || tensors === undefined || keys === undefined)
    return { ok: false, fault: "cut" };
  // A version has its bytes the other way round in a big-endian file.
  if (version > 0xffff) return { ok: false, fault: "big-endian" };
  if (version < 2) return { ok: false, fault: "old" };
  return { ok: true, head: headOf(version, tensors, valuesOf(reader, keys)) };
}

type Values = ReadonlyMap<string, string | number>;

function valuesOf(reader: GgufReader, keys: number): Values {
  const values = new Map<string, string | number>();
  for (let index = 0; index < keys; index++) {
    const key = reader.text();
    const type = reader.u32();
    if (key === undefined || type === undefined) break;
    const value = reader.value(type);
    if (value === undefined) break;
    if (typeof value !== "boolean") values.set(key, value);
  }
  return values;
}

function headOf(version: number, tensors: number, values: Values): GgufHead {
  const text = (key: string) => {
    const value = values.get(key);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  const number = (key: string) => {
    const value = values.get(key);
    return typeof value === "number" ? value : undefined;
  };
  const architecture = text("general.architecture");
  const fileType = ggufFileType(number("general.file_type") ?? -1);
  const contextLength = number(`${architecture}.context_length`);
  const count = number("split.count") ?? 0;
  const name = text("general.name");
  const sizeLabel = text("general.size_label");
  return {
    version,
    tensors,
    kind: kindOf(text("general.type"), architecture),
    ...(architecture === undefined ? {} : { architecture }),
    ...(name === undefined ? {} : { name }),
    ...(sizeLabel === undefined ? {} : { sizeLabel }),
    ...(fileType === undefined ? {} : { fileType }),
    ...(contextLength === undefined ? {} : { contextLength }),
    ...(count > 1 ? { part: { number: (number("split.no") ?? 0) + 1, count } } : {}),
  };
}

/** Files from before `general.type` have their projectors' architecture alone to tell them by. */
function kindOf(type: string | undefined, architecture: string | undefined): GgufHead["kind"] {
  if (type === "adapter") return "adapter";
  return type === "mmproj" || architecture === "clip" ? "projector" : "model";
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return [...text].every((character, index) => bytes[index] === character.charCodeAt(0));
}

/** zip, gzip, 7z, rar, bzip2, xz, zstd. */
const archives = [
  "PK\u0003\u0004",
  "\u001f\u008b",
  "7z\u00bc\u00af",
  "Rar!",
  "BZh",
  "\u00fd7zXZ",
  "(\u00b5/\u00fd",
];

function faultOf(bytes: Uint8Array): GgufFault {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  if (/^\s*(\u00ef\u00bb\u00bf)?<(!doctype|html|\?xml)/i.test(start)) return "page";
  if (start.startsWith("version https://git-lfs.")) return "pointer";
  if (archives.some((magic) => start.startsWith(magic))) return "archive";
  const isText = bytes.subarray(0, 512).every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
  return isText ? "text" : "other";
}
