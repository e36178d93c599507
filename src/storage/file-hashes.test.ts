import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clearHashes, rememberedHash, rememberHash } from "./file-hashes.ts";

const mark = { name: "a.gguf", size: 10, modifiedAt: 1_763_600_000_000 };
const digest = `sha256:${"a".repeat(64)}`;

beforeEach(() => {
  const items = new Map<string, string>();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => void items.set(key, text),
    removeItem: (key: string) => void items.delete(key),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("known by name, size and time together", () => {
  rememberHash(mark, digest);
  expect(rememberedHash({ ...mark })).toBe(digest);
  expect(rememberedHash({ ...mark, name: "b.gguf" })).toBeUndefined();
  expect(rememberedHash({ ...mark, size: 11 })).toBeUndefined();
  expect(rememberedHash({ ...mark, modifiedAt: mark.modifiedAt + 1 })).toBeUndefined();
});

test("a later hash takes the place of the earlier one, and can be forgotten", () => {
  const other = `sha256:${"b".repeat(64)}`;
  rememberHash(mark, digest);
  rememberHash(mark, other);
  expect(rememberedHash(mark)).toBe(other);
  rememberHash(mark, undefined);
  expect(rememberedHash(mark)).toBeUndefined();
});

test("all can be forgotten", () => {
  rememberHash(mark, digest);
  clearHashes();
  expect(rememberedHash(mark)).toBeUndefined();
});

test("the latest forty are kept", () => {
  for (let size = 1; size <= 41; size++) rememberHash({ ...mark, size }, digest);
  expect(rememberedHash({ ...mark, size: 1 })).toBeUndefined();
  expect(rememberedHash({ ...mark, size: 2 })).toBe(digest);
  expect(rememberedHash({ ...mark, size: 41 })).toBe(digest);
});

test("what is broken is as good as nothing", () => {
  localStorage.setItem("candor.fileHashes", '[{"name":1}]');
  expect(rememberedHash(mark)).toBeUndefined();
  rememberHash(mark, digest);
  expect(rememberedHash(mark)).toBe(digest);
});
