import { create } from "zustand";
import type { Model } from "#src/core/models/model.ts";

/** What is asked or shown about models, above the page. */
export type ModelAction =
  | { readonly kind: "copy" | "rename" | "push"; readonly model: Model }
  | { readonly kind: "delete"; readonly models: readonly Model[] }
  /** A push that has begun, by its key. */
  | { readonly kind: "pushing"; readonly key: string };

export const useModelAction = create<{ readonly action?: ModelAction | undefined }>(() => ({}));

/** Opens the dialog of an action; the action begins when the user says so there. */
export function askFor(action: ModelAction): void {
  useModelAction.setState({ action });
}

export function closeModelAction(): void {
  useModelAction.setState({ action: undefined });
}
