import { expect, it } from "vitest";
import { createBodyKeeper, keptBytes } from "./keep-body.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const keeper = (secrets: string[] = []) => createBodyKeeper(new TextDecoder(), secrets);

it("keeps a text whose characters are cut by the pieces", () => {
  const bytes = encode("é漢😀\nend");
  const kept = keeper();
  for (const byte of bytes) kept.push(Uint8Array.of(byte));
  kept.end();
  expect(kept.body()).toMatchObject({
    text: "é漢😀\nend",
    bytes: bytes.length,
    isCut: false,
    isMasked: false,
  });
});

it("masks a secret that comes in pieces, and never shows its beginning", () => {
  const kept = keeper(["hunter2"]);
  for (const piece of ['{"a":1}\n{"api_', 'key":"ab', 'cd"}\nhun', "ter2"]) {
    kept.push(encode(piece));
    expect(kept.body().text).not.toMatch(/ab|hun/);
  }
  kept.end();
  expect(kept.body()).toMatchObject({ text: '{"a":1}\n{"api_key":"***"}\n***', isMasked: true });
});

it("keeps the first megabyte and counts the rest", () => {
  const kept = keeper();
  kept.push(encode("a".repeat(keptBytes - 1)));
  kept.push(encode("é!"));
  kept.push(encode("more"));
  kept.end();
  const body = kept.body();
  expect(body).toMatchObject({ bytes: keptBytes + 6, isCut: true });
  expect(body.text).toBe("a".repeat(keptBytes - 1));
});

it("is not cut where the body ends with the megabyte", () => {
  const kept = keeper();
  kept.push(encode("b".repeat(keptBytes)));
  kept.end();
  expect(kept.body()).toMatchObject({ bytes: keptBytes, isCut: false });
  expect(kept.body().text).toHaveLength(keptBytes);
});

it("lets go of a text, and goes on counting", () => {
  const kept = keeper();
  kept.push(encode("abc"));
  kept.drop();
  kept.push(encode("def"));
  kept.end();
  expect(kept.body()).toMatchObject({ text: "", bytes: 6, isGone: true });
});
