import type { CreateUploads } from "#src/core/models/create-request.ts";
import type { UploadView } from "#src/state/upload-view.ts";

/** The files by name with their digests, where there is one at least, all are on the server and no part is missing; else null. */
export function uploadedFiles(uploads: readonly UploadView[]): CreateUploads | null {
  const ready = uploads.filter((upload) => upload.status === "ready");
  if (ready.length === 0 || ready.length < uploads.length || missingParts(uploads).length > 0) return null;
  const digests = (isAdapter: boolean) =>
    Object.fromEntries(
      ready
        .filter(({ head }) => (head?.kind === "adapter") === isAdapter)
        .map(({ name, digest }) => [name, digest]),
    );
  const weights = ready.find(({ head }) => head?.kind === "model");
  return { files: digests(false), adapters: digests(true), quantization: weights?.head?.fileType ?? "" };
}

/** Numbers of the parts that a split model lacks, from 1. */
export function missingParts(uploads: readonly UploadView[]): readonly number[] {
  const parts = uploads.flatMap(({ status, head }) =>
    status !== "refused" && head?.part ? [head.part] : [],
  );
  const count = Math.min(mostParts, Math.max(0, ...parts.map((part) => part.count)));
  const there = new Set(parts.map(({ number }) => number));
  return Array.from({ length: count }, (_, index) => index + 1).filter((number) => !there.has(number));
}

/** What a file says of itself may be wrong. */
const mostParts = 1000;
