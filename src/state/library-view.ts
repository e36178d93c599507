import { create } from "zustand";
import { type LibraryView, loadLibraryView, saveLibraryView } from "#src/storage/library-view.ts";

/** How the library is looked at; it is the same after a reload. */
export const useLibraryView = create<LibraryView>(() => loadLibraryView());

export function changeLibraryView(patch: Partial<LibraryView>): void {
  useLibraryView.setState(patch);
  saveLibraryView(useLibraryView.getState());
}
