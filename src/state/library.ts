import { changeSettings, useSettings } from "./settings.ts";

/** Puts a model first in every list, or no longer. */
export function togglePinned(name: string): void {
  setPinned([name], !useSettings.getState().pinnedModels.includes(name));
}

/** Leaves a model out of the picker and the library, or no longer. It stays installed. */
export function toggleHidden(name: string): void {
  setHidden([name], !useSettings.getState().hiddenModels.includes(name));
}

export function setPinned(names: readonly string[], isPinned: boolean): void {
  changeSettings({ pinnedModels: changed(useSettings.getState().pinnedModels, names, isPinned) });
}

export function setHidden(names: readonly string[], isHidden: boolean): void {
  changeSettings({ hiddenModels: changed(useSettings.getState().hiddenModels, names, isHidden) });
}

function changed(list: readonly string[], names: readonly string[], isIn: boolean): readonly string[] {
  const others = list.filter((name) => !names.includes(name));
  return isIn ? [...others, ...names] : others;
}
