import { create } from "zustand";
import { type LibraryView, loadLibraryView, saveLibraryView } from "#src/storage/library-view.ts";

/** How the library is looked at; it is the same after a reload. */
export const useLibraryView = create<LibraryView>(() => loadLibraryView());

export function changeLibraryView(patch: Partial<LibraryView>): void {
  useLibraryView.setState(patch);
  saveLibraryView(useLibraryView.getState());
}

/** What is searched for in the library, as long as the page lives: a look at a model's details and back finds it again. */
export const useLibrarySearch = create<{ readonly search: string }>(() => ({ search: "" }));
