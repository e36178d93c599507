import { create } from "zustand";
import { errorOf, type OllamaError } from "#src/core/errors.ts";
import type { Model } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { deleteModel } from "#src/ollama/manage.ts";
import { fetchModels } from "#src/ollama/models.ts";
import { reportTrouble } from "./connection.ts";
import { askFor } from "./model-actions.ts";
import { invalidateModels } from "./models.ts";
import { addRefusal, dismissRefusal } from "./model-removal-refusals.ts";
import { dismissNotice, notify } from "./notices.ts";
import { isUnderWay, pullKey } from "./pull-view.ts";
import { usePulls } from "./pulls.ts";
import { serverUrl } from "./server.ts";

/** A model that the user deleted; nothing is sent while it waits. */
export type Removal = {
  readonly server: string;
  readonly name: string;
  readonly status: "waiting" | "deleting";
};

/** The models that are going. */
export const usePendingRemovals = create<{ readonly removals: readonly Removal[] }>(() => ({ removals: [] }));

/** Asks whether models shall be deleted, and says what that means. */
export function askToDelete(models: readonly Model[]): void {
  if (models.length > 0) askFor({ kind: "delete", models });
}

/** Deletes models, once the notice that offers to undo it is gone: until then nothing is sent. */
export function removeModels(names: readonly string[], server = serverUrl()): void {
  const others = current().filter((removal) => !names.some((name) => isOf(removal, server, name)));
  for (const name of names) dismissRefusal(server, name);
  set([...others, ...names.map((name) => ({ server, name, status: "waiting" as const }))]);
  offerUndo();
}

/** Keeps a model that waits to be deleted. */
export function keepModel(name: string, server = serverUrl()): void {
  set(current().filter((removal) => removal.status !== "waiting" || !isOf(removal, server, name)));
  offerUndo();
}

// Who pulls a model again wants to have it.
usePulls.subscribe((next, before) => {
  for (const { server, name, status } of current()) {
    const [pull, last] = [next, before].map(({ pulls }) => pulls.get(pullKey(server, name)));
    const begins = pull && isUnderWay(pull) && !(last && isUnderWay(last));
    if (status === "waiting" && begins) keepModel(name, server);
  }
});

let noticeId: number | undefined;

/** One notice for all that wait: whoever adds to them gives all of them their time anew. */
function offerUndo(): void {
  const before = noticeId;
  noticeId = undefined;
  if (before !== undefined) dismissNotice(before);
  const waiting = current().filter(({ status }) => status === "waiting");
  const [first] = waiting;
  if (!first) return;
  const id = notify({
    text: "actions.going",
    values: { count: waiting.length, name: first.name },
    action: { label: "actions.undo", run: keepAll },
    onGone: () => {
      if (noticeId !== id) return;
      noticeId = undefined;
      void send();
    },
  });
  noticeId = id;
}

function keepAll(): void {
  set(current().filter(({ status }) => status !== "waiting"));
}

/** Sends what waits, one after the other. A server that does not answer is not asked for the rest. */
async function send(): Promise<void> {
  const going = current().filter(({ status }) => status === "waiting");
  for (const { server, name } of going) put({ server, name, status: "deleting" });
  const lost = new Map<string, OllamaError>();
  for (const { server, name } of going) {
    const error = lost.get(server) ?? (await refusal(server, name));
    if (error && error.kind !== "http") lost.set(server, error);
    if (error) {
      set(current().filter((removal) => !isOf(removal, server, name)));
      addRefusal({ server, name, error });
    }
  }
  for (const server of lost.keys()) reportTrouble(server);
  await Promise.all([...new Set(going.map(({ server }) => server))].map(invalidateModels));
  const isDone = ({ server, name, status }: Removal) =>
    status === "deleting" && going.some((removal) => isOf(removal, server, name));
  set(current().filter((removal) => !isDone(removal)));
}

/** Why a model was not deleted; one that is not there is as good as deleted, also where the answer that said so was lost. */
async function refusal(server: string, name: string): Promise<OllamaError | undefined> {
  try {
    await deleteModel(server, name);
    return undefined;
  } catch (error) {
    const reason = errorOf(error);
    if (reason.kind === "http") return reason.status === 404 ? undefined : reason;
    const models = await fetchModels(server).catch(() => undefined);
    return models && !models.some((model) => sameModel(model.name, name)) ? undefined : reason;
  }
}

function current(): readonly Removal[] {
  return usePendingRemovals.getState().removals;
}

function set(removals: readonly Removal[]): void {
  usePendingRemovals.setState({ removals });
}

function put(next: Removal): void {
  set(current().map((removal) => (isOf(removal, next.server, next.name) ? next : removal)));
}

function isOf(removal: Removal, server: string, name: string): boolean {
  return removal.server === server && removal.name === name;
}
