import { create } from "zustand";
import type { OllamaError } from "#src/core/errors.ts";

/** A model that stays because it could not be deleted. */
export type Refusal = { readonly server: string; readonly name: string; readonly error: OllamaError };

/** Refusals that the user has not seen to yet. */
export const useRefusals = create<{ readonly refusals: readonly Refusal[] }>(() => ({ refusals: [] }));

export function addRefusal(refusal: Refusal): void {
  const others = without(refusal.server, refusal.name);
  useRefusals.setState({ refusals: [...others, refusal] });
}

export function dismissRefusal(server: string, name: string): void {
  useRefusals.setState({ refusals: without(server, name) });
}

function without(server: string, name: string): readonly Refusal[] {
  return useRefusals.getState().refusals.filter((other) => other.server !== server || other.name !== name);
}
