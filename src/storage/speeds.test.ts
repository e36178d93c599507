import { describe, expect, test } from "vitest";
import type { Items } from "./local-items.ts";
import { addSpeed, clearSpeeds, readSpeeds, speedKey } from "./speeds.ts";

function memory(): Items {
  const map = new Map<string, string>();
  return {
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
    key: (index) => [...map.keys()][index] ?? null,
    get length() {
      return map.size;
    },
  };
}

const home = "http://home:11434";

describe("speeds", () => {
  test("the first measurement is taken as it is, later ones move it without making it forget", () => {
    const items = memory();
    addSpeed(home, "llama3.2:latest", 40, items);
    expect(readSpeeds(items).get(speedKey(home, "llama3.2:latest"))).toBe(40);
    const after = addSpeed(home, "llama3.2:latest", 20, items).get(speedKey(home, "llama3.2:latest"));
    expect(after).toBeGreaterThan(20);
    expect(after).toBeLessThan(40);
    expect(readSpeeds(items).get(speedKey(home, "llama3.2:latest"))).toBe(after);
  });

  test("servers and models are kept apart", () => {
    const items = memory();
    addSpeed(home, "a:1", 40, items);
    addSpeed("http://away:11434", "a:1", 7, items);
    const speeds = addSpeed(home, "b:1", 9, items);
    expect([...speeds.values()]).toEqual([40, 7, 9]);
  });

  test("two hundred are kept, the latest ones", () => {
    const items = memory();
    for (let index = 0; index < 205; index += 1) addSpeed(home, `m:${index}`, 1 + index, items);
    const speeds = readSpeeds(items);
    expect(speeds.size).toBe(200);
    expect(speeds.has(speedKey(home, "m:4"))).toBe(false);
    expect(speeds.has(speedKey(home, "m:204"))).toBe(true);
  });

  test("a broken record is none", () => {
    const items = memory();
    for (const text of ["{", "{}", '[["a"]]', '[["a",-1]]', '[["a","fast"]]', "null"]) {
      items.setItem("candor.speeds", text);
      expect(readSpeeds(items).size).toBe(0);
    }
  });

  test("nothing is left after forgetting", () => {
    const items = memory();
    addSpeed(home, "a:1", 40, items);
    clearSpeeds(items);
    expect(items.length).toBe(0);
  });
});
