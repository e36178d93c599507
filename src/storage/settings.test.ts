import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { loadSettings, onSettingsChanged, saveSettings } from "./settings.ts";

const defaults = {
  version: 1,
  theme: "system",
  language: "system",
  sidebarOpen: true,
  sidebarWidth: 280,
  lastModel: "",
  lastServer: "",
  serverUrl: "",
  imageHosts: [],
  growth: "end",
  pinnedModels: [],
  hiddenModels: [],
  pullsAtOnce: 2,
};

let stored: string | null;
let isFull: boolean;
const storage = {
  getItem: () => stored,
  setItem(_key: string, value: string) {
    if (isFull) throw new DOMException("full", "QuotaExceededError");
    stored = value;
  },
};

beforeEach(() => {
  stored = null;
  isFull = false;
  vi.stubGlobal("localStorage", storage);
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([null, "", "{", "[]", "5", "null", '"x"', '{"theme":5,"sidebarWidth":null,"version":7}'])(
  "%j gives the defaults",
  (text) => {
    stored = text;
    expect(loadSettings()).toEqual(defaults);
  },
);

test("a wrong field costs no other, and unknown fields are kept", () => {
  stored = JSON.stringify({ theme: "dark", language: "xx", serverUrl: "http://a", later: 1 });
  expect(loadSettings()).toEqual({ ...defaults, theme: "dark", serverUrl: "http://a", later: 1 });
});

test("saved settings are loaded, also where they cannot be stored", () => {
  const settings = { ...loadSettings(), lastReasoning: "high", sidebarOpen: false };
  saveSettings(settings);
  expect(JSON.parse(stored ?? "")).toEqual(settings);
  expect(loadSettings()).toEqual(settings);
  isFull = true;
  saveSettings({ ...settings, theme: "light" });
  expect(loadSettings().theme).toBe("light");
  isFull = false;
  saveSettings(settings);
  expect(loadSettings().theme).toBe("system");
});

test("tells what another tab changed", () => {
  const target = new EventTarget();
  vi.stubGlobal("addEventListener", target.addEventListener.bind(target));
  vi.stubGlobal("removeEventListener", target.removeEventListener.bind(target));
  const seen: string[] = [];
  const stop = onSettingsChanged(({ theme }) => seen.push(theme));
  stored = JSON.stringify({ theme: "dark" });
  function tell(key: string | null): void {
    target.dispatchEvent(Object.assign(new Event("storage"), { key, storageArea: storage }));
  }
  tell("candor.settings");
  tell("candor.draft.new");
  tell(null);
  stop();
  tell("candor.settings");
  expect(seen).toEqual(["dark", "dark"]);
});
