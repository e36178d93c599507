import type { OllamaError } from "#src/core/errors.ts";
import type { GgufFault, GgufHead } from "#src/core/models/gguf.ts";

type Common = {
  readonly key: string;
  readonly server: string;
  /** The file's name, which no other file of the server's list has. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly head?: GgufHead;
  /** As `sha256:…`. */
  readonly digest?: string;
};

/** What is known of a transfer that moves. */
type Moving = {
  /** In bytes. */
  readonly done: number;
  readonly bytesPerSecond?: number;
  readonly secondsLeft?: number;
};

/** One file on its way to a server, as it is shown. */
export type UploadView =
  | (Common & { readonly status: "checking" })
  /** No GGUF file: nothing of it is sent. */
  | (Common & { readonly status: "refused"; readonly fault: GgufFault })
  /** Another file is being hashed. */
  | (Common & { readonly status: "waiting" })
  | (Common & Moving & { readonly status: "hashing" })
  /** Asks the server whether it has the blob. */
  | (Common & { readonly status: "asking" })
  /** Another file is being sent, or all of the server's connections are in use. */
  | (Common & { readonly status: "queued" })
  | (Common & Moving & { readonly status: "uploading"; readonly stalledMs?: number })
  /** All bytes are on their way; the server compares and stores. */
  | (Common & { readonly status: "storing" })
  | (Common & { readonly status: "paused"; readonly from: "hashing" | "uploading" })
  | (Common & { readonly status: "failed"; readonly error: OllamaError })
  /** The browser cannot read the file any more. */
  | (Common & { readonly status: "unreadable" })
  | (Common & { readonly status: "ready"; readonly digest: string; readonly how: "uploaded" | "there" });

/** A file before anything is done with it, and what is known from earlier. */
export type UploadBegun = Common;

/** Whether something is being done with the file, or will be without another word of the user. */
export function isUploading({ status }: UploadView): boolean {
  return !["refused", "paused", "failed", "unreadable", "ready"].includes(status);
}

/** One name for a file on its way to a server. */
export function uploadKey(server: string, name: string): string {
  return `${server} ${name}`;
}
