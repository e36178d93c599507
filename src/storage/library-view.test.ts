import { afterEach, expect, test, vi } from "vitest";
import { loadLibraryView, saveLibraryView } from "./library-view.ts";

afterEach(() => vi.unstubAllGlobals());

function store(text: string | null) {
  let held = text;
  const items = {
    getItem: () => held,
    setItem: (_key: string, value: string) => void (held = value),
  };
  vi.stubGlobal("localStorage", items);
}

test("Without a stored view there is a table, the latest model first", () => {
  store(null);
  expect(loadLibraryView()).toMatchObject({ layout: "table", sort: "modified", isDescending: true });
});

test("What was stored comes back", () => {
  store(null);
  const view = { ...loadLibraryView(), layout: "cards", family: "llama", capabilities: ["tools"] } as const;
  saveLibraryView(view);
  expect(loadLibraryView()).toEqual(view);
});

test("A wrong field costs no other, and what is no JSON costs nothing", () => {
  store('{"layout":"heap","family":"llama","capabilities":[1]}');
  expect(loadLibraryView()).toMatchObject({ layout: "table", family: "llama", capabilities: [] });
  store("{");
  expect(loadLibraryView().layout).toBe("table");
});
