import { create } from "zustand";
import { type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import { type CreateSteps, reduceCreate } from "#src/core/models/create-progress.ts";
import type { CreateRequest } from "#src/core/models/create-request.ts";
import { sameModel } from "#src/core/models/name.ts";
import { createModel } from "#src/ollama/create.ts";
import { reportTrouble } from "./connection.ts";
import { createKey, type CreateView, isMaking } from "./creates-view.ts";
import { invalidateModels, modelsQuery, queryClient } from "./models.ts";
import { serverUrl } from "./server.ts";

/** All models that this page makes or made, by `createKey`. */
export const useCreates = create<{ readonly creates: ReadonlyMap<string, CreateView> }>(() => ({
  creates: new Map(),
}));

const aborts = new Map<string, AbortController>();
/** Lines of a download come every 60 ms; nobody reads so fast. In milliseconds. */
const publishEvery = 100;

/** Makes a model; one of the same name that is being made goes on. It outlives every page. Returns its key. */
export function startCreate(request: CreateRequest, server = serverUrl()): string {
  const key = createKey(server, request.model);
  if (aborts.has(key)) return key;
  const abort = new AbortController();
  aborts.set(key, abort);
  void run({ key, server, name: request.model, steps: [] }, request, abort.signal).finally(() =>
    aborts.delete(key),
  );
  return key;
}

/** Closes the connection, with which the server stops. What it has downloaded and written it keeps until it tidies up. */
export function cancelCreate(key: string): void {
  aborts.get(key)?.abort();
}

/** Forgets one that has ended. */
export function dismissCreate(key: string): void {
  const view = useCreates.getState().creates.get(key);
  if (!view || isMaking(view)) return;
  useCreates.setState(({ creates }) => ({
    creates: new Map([...creates].filter(([other]) => other !== key)),
  }));
}

/** Whether a server has a model now; undefined where it does not give its list: what it had before may be out of date. */
export async function isInstalled(name: string, server = serverUrl()): Promise<boolean | undefined> {
  const models = await queryClient
    .fetchQuery({ ...modelsQuery(server), staleTime: 0, retry: false })
    .catch(() => undefined);
  return models?.some((model) => sameModel(model.name, name));
}

type Begun = Pick<CreateView, "key" | "server" | "name" | "steps">;

async function run(begun: Begun, request: CreateRequest, signal: AbortSignal): Promise<void> {
  const { server, name } = begun;
  let steps: CreateSteps = [];
  let publishedAt = 0;
  let late: ReturnType<typeof setTimeout> | undefined;
  const show = () => {
    clearTimeout(late);
    late = undefined;
    publishedAt = Date.now();
    put({ ...begun, steps, status: "running" });
  };
  show();
  let ended: CreateView;
  try {
    const onWaiting = (position: number) => put({ ...begun, status: "queued", position });
    for await (const lines of createModel(server, request, signal, { onWaiting })) {
      const before = steps;
      for (const line of lines) steps = reduceCreate(steps, line);
      const wait = publishedAt + publishEvery - Date.now();
      if (before !== steps && wait <= 0) show();
      else if (before !== steps) late ??= setTimeout(show, wait);
    }
    // Done is said once the model can be chosen.
    await invalidateModels(server);
    ended = { ...begun, steps, status: "done" };
  } catch (error) {
    ended = signal.aborted
      ? { ...begun, steps, status: "cancelled", isThere: await isInstalled(name, server) }
      : { ...begun, steps, status: "failed", error: errorOf(error) };
    if (steps.length > 0) void invalidateModels(server);
  }
  clearTimeout(late);
  put(ended);
  if (ended.status === "failed" && ended.error.kind !== "in-stream" && ended.error.kind !== "http")
    reportTrouble(server);
}

function errorOf(error: unknown): OllamaError {
  return error instanceof OllamaFailure ? error.error : { kind: "app", message: String(error) };
}

function put(view: CreateView): void {
  useCreates.setState(({ creates }) => ({ creates: new Map(creates).set(view.key, view) }));
}
