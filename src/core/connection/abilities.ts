import type { ServerKind } from "./server.ts";

/** What a server can do, as far as the interface shows it. */
export type Abilities = {
  readonly kind: ServerKind;
  /** It tells which models are in its memory (`/api/ps`). */
  readonly hasMemory: boolean;
};

/** What a server of a kind can do, until it shows otherwise. */
export function standardAbilities(kind: ServerKind): Abilities {
  return { kind, hasMemory: kind === "ollama" };
}

/** What is known of a server: the kind that the user chose wins over the one that was found. */
export function abilitiesFor(
  chosen: ServerKind | "auto",
  found: Abilities | undefined,
): Abilities | undefined {
  if (chosen === "auto" || found?.kind === chosen) return found;
  return standardAbilities(chosen);
}

/** Whether an answer with this status says that there is no such route. */
export function isAbsentRoute(status: number): boolean {
  return status === 404 || status === 405 || status === 501;
}
