import { createSHA256 } from "hash-wasm";
import { createSha256, type Sha256 } from "./sha256.ts";

/**
 * SHA-256 in WebAssembly, or in plain script where a policy forbids that: a worker has the policy that its own file came with, and
 * a host may send one without `wasm-unsafe-eval` with all its files.
 */
export async function createHasher(): Promise<Sha256> {
  try {
    const inner = await createSHA256();
    return { update: (bytes) => void inner.update(bytes), digest: () => inner.digest() };
  } catch {
    return createSha256();
  }
}
