import { OllamaFailure } from "#src/core/errors.ts";
import { type GgufResult, readGgufHead } from "#src/core/models/gguf.ts";
import { hashFile } from "#src/hash/hash-file.ts";
import { hasBlob, uploadBlob } from "#src/ollama/blobs.ts";
import { rememberedHash, rememberHash } from "#src/storage/file-hashes.ts";
import { createTurns, type Turns } from "./turns.ts";
import { createUploadMeter } from "./upload-meter.ts";
import type { UploadBegun, UploadView } from "./upload-view.ts";

/** Keys stand at the start; the file's type may come after the tokenizer's lists, where a tool added it last. In bytes. */
const headSizes = { usual: 2 * 1024 * 1024, most: 32 * 1024 * 1024 };

/** Two files at once would be read from one disk and sent through one line. */
const hashing = createTurns();
const sending = new Map<string, Turns>();

type Uploaded = Extract<UploadView, { status: "ready" | "refused" }>;

/**
 * Brings a file to a server: looks whether it is a GGUF file, hashes it (unless that is remembered), asks whether the server has
 * it, sends it. Tells each step through `publish`. Throws what its steps throw.
 */
export async function bringFile(
  begun: UploadBegun,
  file: File,
  publish: (view: UploadView) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  publish({ ...begun, status: "checking" });
  const read = await headOf(file);
  if (!read.ok) return { ...begun, status: "refused", fault: read.fault };
  const known = { ...begun, head: read.head };
  const mark = { name: file.name, size: file.size, modifiedAt: file.lastModified };
  const remembered = begun.digest ?? rememberedHash(mark);
  try {
    const digest = remembered ?? (await hashInTurn(known, file, publish, signal));
    rememberHash(mark, digest);
    return await sendInTurn({ ...known, digest }, file, publish, signal);
  } catch (error) {
    if (isMismatch(error)) rememberHash(mark, undefined);
    if (remembered === undefined || !isMismatch(error)) throw error;
    // The file has changed, though its name, size and time have not.
    const digest = await hashInTurn(known, file, publish, signal);
    rememberHash(mark, digest);
    return sendInTurn({ ...known, digest }, file, publish, signal);
  }
}

async function headOf(file: File): Promise<GgufResult> {
  const readFirst = async (bytes: number) => {
    const start = new Uint8Array(await file.slice(0, bytes).arrayBuffer());
    return readGgufHead(start, (utf8) => new TextDecoder().decode(utf8));
  };
  const read = await readFirst(headSizes.usual);
  return read.ok && read.head.fileType === undefined ? readFirst(headSizes.most) : read;
}

async function hashInTurn(
  begun: UploadBegun,
  file: File,
  publish: (view: UploadView) => void,
  signal: AbortSignal,
): Promise<string> {
  publish({ ...begun, status: "waiting" });
  const end = await hashing.take(signal);
  const meter = createUploadMeter(file.size, (measured) =>
    publish({ ...begun, ...measured, status: "hashing" }),
  );
  try {
    return `sha256:${await hashFile(file, meter.take, signal)}`;
  } finally {
    meter.stop();
    end();
  }
}

async function sendInTurn(
  begun: UploadBegun & { readonly digest: string },
  file: File,
  publish: (view: UploadView) => void,
  signal: AbortSignal,
): Promise<Uploaded> {
  const { server, digest } = begun;
  publish({ ...begun, status: "asking" });
  if (await hasBlob(server, digest, signal)) return { ...begun, status: "ready", how: "there" };
  publish({ ...begun, status: "queued" });
  const turns = sending.get(server) ?? createTurns();
  sending.set(server, turns);
  const end = await turns.take(signal);
  const meter = createUploadMeter(file.size, (measured) =>
    publish(
      measured.done < file.size
        ? { ...begun, ...measured, status: "uploading" }
        : { ...begun, status: "storing" },
    ),
  );
  try {
    const onWaiting = () => publish({ ...begun, status: "queued" });
    await uploadBlob(server, digest, file, { onProgress: meter.take, onWaiting }, signal);
    return { ...begun, status: "ready", how: "uploaded" };
  } finally {
    meter.stop();
    end();
  }
}

/** The server got bytes with another digest than the one that was told. */
export function isMismatch(error: unknown): boolean {
  return (
    error instanceof OllamaFailure &&
    error.error.kind === "http" &&
    error.error.status === 400 &&
    error.error.message.startsWith("digest mismatch")
  );
}
