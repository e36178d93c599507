import { create } from "zustand";
import { type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import { sameModel } from "#src/core/models/name.ts";
import { type KeepAlive, loadModel, unloadModel } from "#src/ollama/memory.ts";
import { modelsQuery, queryClient, runningQuery } from "./models.ts";
import { serverUrl } from "./server.ts";

/** What was asked of a model in memory, or one that shall be there. */
export type MemoryChange =
  | { readonly status: "loading" | "unloading"; readonly startedAt: number }
  /** `retry` asks for the same again. */
  | { readonly status: "failed"; readonly error: OllamaError; readonly retry: () => void };

/** Changes under way and those that failed, by the model's name with its tag. */
export const useMemoryChanges = create<{ readonly changes: ReadonlyMap<string, MemoryChange> }>(() => ({
  changes: new Map(),
}));

const aborts = new Map<string, AbortController>();

/** Loads a model, or gives one in memory another time to stay. Never rejects: what became of it stands in `useMemoryChanges`. */
export function preload(name: string, keepAlive?: KeepAlive): Promise<void> {
  return change(name, "loading", (server, signal) =>
    loadModel(server, name, { keepAlive, isEmbedder: isEmbedder(server, name) }, signal),
  );
}

/** Takes a model out of memory. Never rejects. */
export function unload(name: string): Promise<void> {
  return change(name, "unloading", (server, signal) => unloadModel(server, name, signal));
}

/** Gives a load up: the server stops it when nobody waits for it. */
export function cancelLoad(name: string): void {
  aborts.get(name)?.abort();
}

export function forgetMemoryChange(name: string): void {
  put(name, undefined);
}

async function change(
  name: string,
  status: "loading" | "unloading",
  ask: (server: string, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  if (aborts.has(name)) return;
  const abort = new AbortController();
  const server = serverUrl();
  aborts.set(name, abort);
  put(name, { status, startedAt: Date.now() });
  let failed: MemoryChange | undefined;
  try {
    await ask(server, abort.signal);
    if (status === "unloading") await untilGone(server, name);
  } catch (error) {
    if (!abort.signal.aborted) {
      const retry = () => void change(name, status, ask);
      failed = { status: "failed", error: errorOf(error), retry };
    }
  }
  await queryClient.invalidateQueries({ queryKey: runningQuery(server).queryKey });
  aborts.delete(name);
  put(name, failed);
}

/** How often, and how long apart in milliseconds, the list is asked whether a model has left: the answer comes before it has. */
const looks = 5;
const between = 400;

async function untilGone(server: string, name: string): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    const running = await queryClient.fetchQuery({ ...runningQuery(server), staleTime: 0 });
    if (!running.some((model) => sameModel(model.name, name))) return;
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}

function isEmbedder(server: string, name: string): boolean {
  const models = queryClient.getQueryData(modelsQuery(server).queryKey);
  const capabilities = models?.find((model) => sameModel(model.name, name))?.capabilities;
  return capabilities !== undefined && !capabilities.includes("completion");
}

function put(name: string, next: MemoryChange | undefined): void {
  useMemoryChanges.setState(({ changes }) => {
    const others = [...changes].filter(([other]) => other !== name);
    return { changes: new Map(next ? [...others, [name, next]] : others) };
  });
}

function errorOf(error: unknown): OllamaError {
  return error instanceof OllamaFailure ? error.error : { kind: "app", message: String(error) };
}
