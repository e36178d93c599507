import { afterEach, expect, test, vi } from "vitest";
import { clearSecrets, loadSecrets, saveSecrets } from "./server-keys.ts";

class FakeItems {
  readonly kept = new Map<string, string>();
  isFull = false;
  get length(): number {
    return this.kept.size;
  }
  key = (index: number) => [...this.kept.keys()][index] ?? null;
  getItem = (name: string) => this.kept.get(name) ?? null;
  removeItem = (name: string) => void this.kept.delete(name);
  setItem = (name: string, value: string) => {
    if (this.isFull) throw new DOMException("full", "QuotaExceededError");
    this.kept.set(name, value);
  };
  get text(): string {
    return JSON.stringify([...this.kept]);
  }
}

function stub() {
  const local = new FakeItems();
  const tab = new FakeItems();
  vi.stubGlobal("localStorage", local);
  vi.stubGlobal("sessionStorage", tab);
  return { local, tab };
}

afterEach(() => {
  clearSecrets();
  vi.unstubAllGlobals();
});

const secrets = { apiKey: "sk-1", headers: [{ name: "X-A", value: "v" }], isKept: true };

test("a key goes where it is meant to, and leaves where it was", () => {
  const { local, tab } = stub();
  expect(saveSecrets("http://s", secrets)).toBe(true);
  expect(loadSecrets("http://s")).toEqual(secrets);
  expect(saveSecrets("http://s", { ...secrets, isKept: false })).toBe(true);
  expect(loadSecrets("http://s")).toEqual({ ...secrets, isKept: false });
  expect(local.text).not.toContain("sk-1");
  expect(tab.text).toContain("sk-1");
  saveSecrets("http://s", { apiKey: "", headers: [], isKept: true });
  expect(local.length + tab.length).toBe(0);
  expect(loadSecrets("http://s").apiKey).toBe("");
});

test("where there is no room it lasts as long as the page, and that is told", () => {
  const { local } = stub();
  local.isFull = true;
  expect(saveSecrets("http://s", secrets)).toBe(false);
  expect(loadSecrets("http://s")).toEqual(secrets);
  local.isFull = false;
  expect(saveSecrets("http://s", { ...secrets, apiKey: "sk-2" })).toBe(true);
  expect(loadSecrets("http://s").apiKey).toBe("sk-2");
});

test("what is stored and broken is nothing; clearing takes all", () => {
  const { local, tab } = stub();
  local.setItem("candor.server-keys", "{broken");
  expect(loadSecrets("http://s").apiKey).toBe("");
  saveSecrets("http://s", secrets);
  saveSecrets("http://t", { ...secrets, isKept: false });
  clearSecrets();
  expect(local.length + tab.length).toBe(0);
});
