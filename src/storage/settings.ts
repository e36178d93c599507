import * as v from "valibot";
import { localItems, readItem, writeItem } from "./local-items.ts";

/** What the user set for the whole app; `""` in `serverUrl` and `lastModel` means not set. */
export type Settings = {
  readonly version: 1;
  readonly theme: "system" | "light" | "dark";
  readonly language: "system" | "en" | "zh-CN" | "ru";
  /** What stays in view while a reply grows: its end, or the question above it. */
  readonly growth: "end" | "question";
  readonly sidebarOpen: boolean;
  /** In CSS pixels. */
  readonly sidebarWidth: number;
  readonly lastModel: string;
  /** Where the last model was chosen: an address, or `byRule`; `""` for the server in use. */
  readonly lastServer: string;
  readonly lastReasoning?: string;
  readonly serverUrl: string;
  /** Hosts, with their ports, whose images are loaded without asking. */
  readonly imageHosts: readonly string[];
  /** Names with their tags: shown first, and left out of the picker. */
  readonly pinnedModels: readonly string[];
  readonly hiddenModels: readonly string[];
  /** How many models are pulled at once; the others wait. */
  readonly pullsAtOnce: number;
};

const key = "candor.settings";

// A field that is missing or wrong gets its default and costs no other; fields of newer versions are kept.
const schema = v.looseObject({
  version: v.fallback(v.literal(1), 1),
  theme: v.fallback(v.picklist(["system", "light", "dark"]), "system"),
  language: v.fallback(v.picklist(["system", "en", "zh-CN", "ru"]), "system"),
  growth: v.fallback(v.picklist(["end", "question"]), "end"),
  sidebarOpen: v.fallback(v.boolean(), true),
  sidebarWidth: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(10_000)), 280),
  lastModel: v.fallback(v.string(), ""),
  lastServer: v.fallback(v.string(), ""),
  lastReasoning: v.fallback(v.optional(v.string()), undefined),
  serverUrl: v.fallback(v.string(), ""),
  imageHosts: v.fallback(v.array(v.string()), []),
  pinnedModels: v.fallback(v.array(v.string()), []),
  hiddenModels: v.fallback(v.array(v.string()), []),
  pullsAtOnce: v.fallback(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3)), 2),
});

let memory: string | undefined;

/** The stored settings, with defaults for what is missing or wrong; never throws. */
export function loadSettings(): Settings {
  return parse(memory ?? readItem(key));
}

/** Keeps settings; where localStorage is missing or full, as long as this page lives. */
export function saveSettings(settings: Settings): void {
  const text = JSON.stringify(settings);
  memory = writeItem(key, text) ? undefined : text;
}

/** Calls back when another tab changed the settings; returns how to stop. */
export function onSettingsChanged(listener: (settings: Settings) => void): () => void {
  function follow(event: StorageEvent): void {
    // The key is null when everything was cleared.
    if ((event.key !== key && event.key !== null) || event.storageArea !== localItems()) return;
    memory = undefined;
    listener(loadSettings());
  }
  globalThis.addEventListener("storage", follow);
  return () => globalThis.removeEventListener("storage", follow);
}

function parse(text: string | null): Settings {
  let json: unknown = {};
  try {
    json = JSON.parse(text ?? "{}");
  } catch {
    // Unreadable settings are no settings.
  }
  const result = v.safeParse(schema, json);
  return (result.success ? result.output : v.parse(schema, {})) as Settings;
}
