import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { createHasher } from "./create-hasher.ts";
import { createSha256 } from "./sha256.ts";

function ours(...pieces: readonly Uint8Array[]): string {
  const sha256 = createSha256();
  for (const piece of pieces) sha256.update(piece);
  return sha256.digest();
}

const theirs = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const bytesOf = (length: number) =>
  Uint8Array.from({ length }, (_, index) => (index * 131 + (index >> 8)) & 0xff);

test("the examples of FIPS 180-4", () => {
  expect(ours(Buffer.from("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(ours()).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("every length around the ends of blocks", () => {
  for (let length = 0; length < 200; length++) expect(ours(bytesOf(length))).toBe(theirs(bytesOf(length)));
});

test("however the bytes are cut", () => {
  const bytes = bytesOf(5000);
  for (const size of [1, 3, 55, 63, 64, 65, 127, 1000]) {
    const pieces: Uint8Array[] = [];
    for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
    expect(ours(...pieces)).toBe(theirs(bytes));
  }
});

test("WebAssembly gives the same", async () => {
  const bytes = bytesOf(100_000);
  const hasher = await createHasher();
  hasher.update(bytes.subarray(0, 70_001));
  hasher.update(bytes.subarray(70_001));
  expect(hasher.digest()).toBe(theirs(bytes));
});
