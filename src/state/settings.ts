import { create } from "zustand";
import { loadSettings, onSettingsChanged, saveSettings, type Settings } from "#src/storage/settings.ts";

export type { Settings } from "#src/storage/settings.ts";

/** What the user set for the whole app, in this tab and in others. */
export const useSettings = create<Settings>(() => loadSettings());

export function changeSettings(patch: Partial<Settings>): void {
  useSettings.setState(patch);
  saveSettings(useSettings.getState());
}

/** Takes over what other tabs set. */
export function followSettings(): () => void {
  return onSettingsChanged((settings) => useSettings.setState(settings, true));
}
