import { create } from "zustand";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import { withTag } from "#src/core/models/name.ts";
import { noProgress } from "#src/core/models/pull.ts";
import { pull } from "#src/ollama/pull.ts";
import { acquireWriter, isHeldElsewhere } from "#src/storage/writer-lock.ts";
import { reportTrouble } from "./connection.ts";
import { conversationStore } from "./conversations.ts";
import { invalidateModels } from "./models.ts";
import { closePullDialog, usePullDialog } from "./pull-dialog.ts";
import { createPullMeter } from "./pull-meter.ts";
import { isUnderWay, pullKey, type PullView } from "./pull-view.ts";
import { serverUrl } from "./server.ts";

/** All pulls of this page, in the order they began, by `pullKey`. */
export const usePulls = create<{ readonly pulls: ReadonlyMap<string, PullView> }>(() => ({
  pulls: new Map(),
}));

const aborts = new Map<string, AbortController>();

/** Pulls a model, or takes an ended pull up again; one that is under way goes on. It outlives every dialog. */
export function startPull(name: string, server = serverUrl()): void {
  const full = withTag(name);
  const key = pullKey(server, full);
  if (aborts.has(key)) return;
  const abort = new AbortController();
  aborts.set(key, abort);
  void run({ key, server, name: full, startedAt: Date.now() }, abort.signal).finally(() =>
    aborts.delete(key),
  );
}

/** Ends a pull. What was fetched stays on the server, where the next pull of the model goes on from it. */
export function cancelPull(key: string): void {
  aborts.get(key)?.abort();
}

/** Takes an ended pull off the list, and forgets it. */
export function dismissPull(key: string): void {
  const view = usePulls.getState().pulls.get(key);
  if (!view || isUnderWay(view)) return;
  usePulls.setState(({ pulls }) => ({ pulls: new Map([...pulls].filter(([other]) => other !== key)) }));
  void forget(view);
}

/** Lists what a page that was closed or reloaded left unfinished, unless another tab is pulling it now. */
export async function rememberPulls(): Promise<void> {
  const store = await conversationStore();
  for (const { name, server, startedAt } of await store.pulls()) {
    const key = pullKey(server, name);
    if (aborts.has(key) || (await isHeldElsewhere(lockName(key)))) continue;
    put({ key, server, name, startedAt, progress: noProgress, status: "interrupted" });
  }
}

type Begun = Pick<PullView, "key" | "server" | "name" | "startedAt">;

async function run(begun: Begun, signal: AbortSignal): Promise<void> {
  const { key, server, name, startedAt } = begun;
  const meter = createPullMeter(begun, put);
  put({ ...begun, progress: noProgress, status: "running" });
  // Held while it lasts, so that another tab does not take it for interrupted.
  const lock = await acquireWriter(lockName(key));
  void conversationStore().then((store) => store.savePull({ name, server, startedAt }));
  let ended: PullView;
  try {
    const onWaiting = (position: number) =>
      put({ ...begun, progress: noProgress, status: "queued", position });
    for await (const lines of pull(server, name, signal, { onWaiting })) {
      lock?.renew();
      meter.take(lines);
    }
    // Done is said once the model can be chosen.
    await invalidateModels(server);
    ended = { ...begun, progress: meter.progress(), status: "done" };
  } catch (error) {
    ended = signal.aborted
      ? { ...begun, progress: meter.progress(), status: "cancelled" }
      : { ...begun, progress: meter.progress(), status: "failed", error: errorOf(error) };
  }
  meter.stop();
  lock?.release();
  put(ended);
  if (ended.status === "done") afterDone(key);
  if (ended.status === "failed" && ended.error.kind !== "in-stream") reportTrouble();
  else void forget(ended);
}

/** How long a model that has come stays on the list, in milliseconds. */
const doneStays = 15_000;

/** Where nothing else is left to see or to do in the dialog, it makes room for the conversation. */
function afterDone(key: string): void {
  const all = [...usePulls.getState().pulls.values()];
  if (usePullDialog.getState().name === "" && all.every(({ status }) => status === "done")) closePullDialog();
  setTimeout(() => usePulls.getState().pulls.get(key)?.status === "done" && dismissPull(key), doneStays);
}

function errorOf(error: unknown): OllamaError {
  return error instanceof OllamaFailure ? error.error : { kind: "app", message: String(error) };
}

function put(view: PullView): void {
  usePulls.setState(({ pulls }) => ({ pulls: new Map(pulls).set(view.key, view) }));
}

async function forget({ name, server }: Begun): Promise<void> {
  await (await conversationStore()).deletePull(name, server);
}

/** Writers' locks are named by what they guard. */
function lockName(key: string): ConversationId {
  return `pull ${key}` as ConversationId;
}
