/** To the worker: a file to hash. One worker hashes one file. */
export type HashRequest = { readonly file: Blob };

/** From the worker: bytes hashed so far, at last the digest as 64 hexadecimal digits, or that the file could not be read. */
export type HashMessage =
  | { readonly type: "progress"; readonly bytes: number }
  | { readonly type: "done"; readonly digest: string }
  | { readonly type: "unreadable" }
  | { readonly type: "failed"; readonly message: string };
