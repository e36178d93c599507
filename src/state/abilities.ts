import { create } from "zustand";
import {
  type Abilities,
  abilitiesFor,
  isAbsentRoute,
  standardAbilities,
} from "#src/core/connection/abilities.ts";
import type { ServerKind } from "#src/core/connection/server.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { serverAt, useServers } from "./servers.ts";

/** What was found by asking, by the server's address; as long as the page lives. */
const found = new Map<string, Abilities>();
/** What was found on an earlier visit. */
const remembered = new Map<string, Abilities>();

const lastSeen = (url: string): Abilities | undefined => found.get(url) ?? remembered.get(url);

/** What the servers can do, by their addresses; nothing of one that has not answered yet. */
export const useAbilities = create<{ readonly known: ReadonlyMap<string, Abilities> }>(() => ({
  known: new Map(),
}));

function publish(): void {
  const known = new Map<string, Abilities>();
  const listed = useServers.getState().servers.map((server) => server.url);
  for (const url of new Set([...found.keys(), ...listed])) {
    const abilities = abilitiesFor(serverAt(url).kind, lastSeen(url));
    if (abilities) known.set(url, abilities);
  }
  useAbilities.setState({ known });
}

useServers.subscribe(publish);

/** Whether a server is known to speak OpenAI's API and not Ollama's own; until it has answered, by what it spoke on an earlier visit. */
export function speaksOpenAi(server: string): boolean {
  return abilitiesFor(serverAt(server).kind, lastSeen(server))?.kind === "openai";
}

/** The same by what it showed on this page, or by the user's choice, alone: another program may answer there than on an earlier visit. */
export function isFoundOpenAi(server: string): boolean {
  return abilitiesFor(serverAt(server).kind, found.get(server))?.kind === "openai";
}

/** What a server spoke on an earlier visit holds until it shows what it speaks now. */
export function rememberKind(server: string, kind: ServerKind): void {
  remembered.set(server, standardAbilities(kind));
  // A query may begin while something is drawn.
  queueMicrotask(publish);
}

/** A server showed what it speaks. */
export function noteKind(server: string, kind: ServerKind): void {
  if (found.get(server)?.kind === kind) return;
  found.set(server, standardAbilities(kind));
  publish();
}

/** What became of asking a server for its models in memory: where it has no such route, the board has no place for it. */
export function noteMemory(server: string, error?: unknown): void {
  const known = found.get(server);
  const isFailure = error instanceof OllamaFailure && error.error.kind === "http";
  const hasMemory = !(isFailure && isAbsentRoute(error.error.status));
  if (known?.kind !== "ollama" || known.hasMemory === hasMemory) return;
  found.set(server, { ...known, hasMemory });
  publish();
}
