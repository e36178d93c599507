import { create } from "zustand";
import { loadSettings, onSettingsChanged, saveSettings, type Settings } from "#src/storage/settings.ts";

export type { Settings } from "#src/storage/settings.ts";

/** What the user set for the whole app, as it is stored. */
export const useSettings = create<Settings>(() => loadSettings());

/** Changes settings here, in the storage and in other tabs. */
export function changeSettings(patch: Partial<Settings>): void {
  const next = { ...useSettings.getState(), ...patch };
  useSettings.setState(next, true);
  saveSettings(next);
}

/** Follows what other tabs change; returns how to stop. */
export function followSettings(): () => void {
  return onSettingsChanged((settings) => useSettings.setState(settings, true));
}
