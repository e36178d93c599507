import { afterEach, expect, test, vi } from "vitest";
import { newId } from "./new-id.ts";

/** RFC 9562, section 5.4. */
const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => {
  vi.unstubAllGlobals();
});

test("is a UUID, also on plain http", () => {
  expect(newId()).toMatch(version4);
  const getRandomValues = crypto.getRandomValues.bind(crypto);
  vi.stubGlobal("crypto", { getRandomValues });
  const ids = Array.from({ length: 100 }, newId);
  for (const id of ids) expect(id).toMatch(version4);
  expect(new Set(ids).size).toBe(100);
});
