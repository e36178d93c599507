import { errorOf } from "#src/core/errors.ts";
import type { Model, RunningModel } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { type KeepAlive, loadModel, unloadModel } from "#src/ollama/memory.ts";
import { type MemoryChange, memoryKey, putMemoryChange } from "./memory-changes.ts";
import { modelsQuery, queryClient, runningQuery } from "./models.ts";
import { serverUrl } from "./server.ts";

const aborts = new Map<string, AbortController>();

/** Loads a model. Never rejects: what became of it stands in `useMemoryChanges`. */
export function preload(name: string, server = serverUrl()): Promise<void> {
  const isEmbedder = onlyEmbeds(listed(server, name));
  return change({ server, name }, "loading", (signal) => loadModel(server, name, { isEmbedder }, signal));
}

/** Gives a model in memory another time to stay, as it is there. Never rejects. */
export function keepInMemory(
  running: RunningModel,
  keepAlive: KeepAlive,
  server = serverUrl(),
): Promise<void> {
  const { name } = running;
  const model = listed(server, name);
  const isEmbedder = onlyEmbeds(model);
  // Asked without its context, a model that another client loaded with more is loaded anew with less (server/sched.go, needsReload).
  // Servers before 0.30, whose lists tell no capabilities, count the context of all slots as one.
  const numCtx = model?.capabilities && !isEmbedder ? running.contextLength : undefined;
  return change({ server, name }, "keeping", (signal) =>
    loadModel(server, name, { keepAlive, isEmbedder, numCtx }, signal),
  );
}

/** Takes a model out of memory. Never rejects. */
export function unload(name: string, server = serverUrl()): Promise<void> {
  return change({ server, name }, "unloading", async (signal) => {
    await unloadModel(server, name, signal);
    await untilGone(server, name);
  });
}

/** Gives a load up: the server stops it when nobody waits for it. */
export function cancelLoad(name: string, server = serverUrl()): void {
  aborts.get(memoryKey(server, name))?.abort();
}

/** The user has seen why a change failed. */
export function forgetMemoryChange({ server, name }: MemoryChange): void {
  putMemoryChange(memoryKey(server, name), undefined);
}

async function change(
  target: Pick<MemoryChange, "server" | "name">,
  status: "loading" | "keeping" | "unloading",
  ask: (signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const { server, name } = target;
  const key = memoryKey(server, name);
  if (aborts.has(key)) return;
  const abort = new AbortController();
  aborts.set(key, abort);
  putMemoryChange(key, { ...target, status, startedAt: Date.now() });
  let failed: MemoryChange | undefined;
  try {
    await ask(abort.signal);
  } catch (error) {
    const retry = () => void change(target, status, ask);
    if (!abort.signal.aborted)
      failed = { ...target, status: "failed", asked: status, error: errorOf(error), retry };
  }
  await queryClient.invalidateQueries({ queryKey: runningQuery(server).queryKey });
  aborts.delete(key);
  putMemoryChange(key, failed);
}

/** How often, and how long apart in milliseconds, the list is asked whether a model has left: the answer comes before it has. */
const looks = 5;
const between = 400;

async function untilGone(server: string, name: string): Promise<void> {
  for (let look = 0; look < looks; look += 1) {
    try {
      const running = await queryClient.fetchQuery({ ...runningQuery(server), staleTime: 0, retry: false });
      if (!running.some((model) => sameModel(model.name, name))) return;
    } catch {
      // The server took the request; a list that does not come is no refusal.
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}

function listed(server: string, name: string): Model | undefined {
  const models = queryClient.getQueryData(modelsQuery(server).queryKey);
  return models?.find((model) => sameModel(model.name, name));
}

function onlyEmbeds(model: Model | undefined): boolean {
  return model?.capabilities !== undefined && !model.capabilities.includes("completion");
}
