import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loadServerMemory, saveServerMemory } from "./details-memory.ts";

const items = new Map<string, string>();

beforeEach(() => {
  items.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, text: string) => items.set(key, text),
  });
});
afterEach(() => vi.unstubAllGlobals());

it("keeps the memory of each server", () => {
  expect(loadServerMemory("http://a")).toEqual({});
  saveServerMemory("http://a", { given: 8e9 });
  saveServerMemory("http://b", { seen: 1e9 });
  saveServerMemory("http://a", { given: 8e9, seen: 2e9 });
  expect(loadServerMemory("http://a")).toEqual({ given: 8e9, seen: 2e9 });
  expect(loadServerMemory("http://b")).toEqual({ seen: 1e9 });
});

it("keeps those of the latest ten servers", () => {
  for (let index = 0; index < 12; index += 1) saveServerMemory(`http://${index}`, { given: 1e9 });
  expect(loadServerMemory("http://11")).toEqual({ given: 1e9 });
  expect(loadServerMemory("http://2")).toEqual({ given: 1e9 });
  expect(loadServerMemory("http://1")).toEqual({});
});

it("takes what is broken for nothing", () => {
  items.set("candor.memory", "{");
  expect(loadServerMemory("http://a")).toEqual({});
  items.set("candor.memory", '{"http://a":{"given":"8 GB","seen":5}}');
  expect(loadServerMemory("http://a").seen).toBe(5);
  expect(loadServerMemory("http://a").given).toBeUndefined();
});

it("says so where nothing can be kept", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(saveServerMemory("http://a", { given: 1 })).toBe(false);
});
