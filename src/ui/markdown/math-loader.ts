import { useSyncExternalStore } from "react";
import type * as mathDraw from "./math-draw.ts";

type Drawing = typeof mathDraw;

let drawing: Drawing | undefined;
let isLoading = false;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  if (drawing || isLoading) return;
  isLoading = true;
  try {
    drawing = await import("./math-draw.ts");
    for (const listener of listeners) listener();
  } catch {
    // Formulas stay as TeX; the next one that is seen tries again.
  } finally {
    isLoading = false;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  void load();
  return () => listeners.delete(listener);
}

/** What draws formulas, where a formula has been seen: it is loaded with its fonts by the first. */
export const loadedDrawing = (): Drawing | undefined => drawing;

/** As `loadedDrawing`, and loads it. */
export function useDrawing(): Drawing | undefined {
  return useSyncExternalStore(subscribe, loadedDrawing, () => undefined);
}
