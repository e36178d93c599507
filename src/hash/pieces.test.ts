import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { piecesOf } from "./pieces.ts";

const megabyte = 1024 * 1024;
const all = randomBytes(9 * megabyte);

/** A file that no memory of ours can be read into, as in Safari before 26. */
class OlderFile extends Blob {
  override stream(): never {
    throw new TypeError("Invalid reader mode");
  }
}

test.each([
  ["into one stretch of memory", Blob],
  ["in slices", OlderFile],
])("all bytes come once and in order, %s", async (_, Kind) => {
  for (const size of [0, 1, 4 * megabyte, 4 * megabyte + 1, 9 * megabyte]) {
    const bytes = all.subarray(0, size);
    const found = new Uint8Array(size);
    let at = 0;
    for await (const piece of piecesOf(new Kind([bytes]))) {
      expect(piece.length).toBeLessThanOrEqual(4 * megabyte);
      found.set(piece, at);
      at += piece.length;
    }
    expect(at).toBe(size);
    expect(Buffer.compare(found, bytes)).toBe(0);
  }
});
