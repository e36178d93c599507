import { queryOptions } from "@tanstack/react-query";
import { errorOf } from "#src/core/errors.ts";
import { withTag } from "#src/core/models/name.ts";
import { noProgress } from "#src/core/models/pull.ts";
import { asPullLine } from "#src/core/models/push.ts";
import { fetchAccount } from "#src/ollama/account.ts";
import { push } from "#src/ollama/push.ts";
import { reportTrouble } from "./connection.ts";
import { createPullMeter } from "./pull-meter.ts";
import { isPushing, type PushBegun, type PushView, usePushes } from "./pushes-store.ts";
import { serverUrl } from "./server.ts";

const aborts = new Map<string, AbortController>();

/** Sends a model to its registry, or again; gives back the push's key. One that is under way goes on. It outlives every dialog. */
export function startPush(name: string, isInsecure = false, server = serverUrl()): string {
  const full = withTag(name);
  const key = `${server} ${full.toLowerCase()}`;
  if (aborts.has(key)) return key;
  const abort = new AbortController();
  aborts.set(key, abort);
  const begun = { key, server, name: full, isInsecure, startedAt: Date.now() };
  void run(begun, abort.signal).finally(() => aborts.delete(key));
  return key;
}

/** Ends a push. Layers that arrived whole stay with the registry; the next push passes over them. */
export function cancelPush(key: string): void {
  aborts.get(key)?.abort();
}

/** Takes a push that has ended off the list. */
export function dismissPush(key: string): void {
  usePushes.setState(({ pushes }) => ({
    pushes: new Map([...pushes].filter(([other, view]) => other !== key || isPushing(view))),
  }));
}

async function run(begun: PushBegun, signal: AbortSignal): Promise<void> {
  const { key, server, name, isInsecure } = begun;
  const meter = createPullMeter((metered) => put({ ...begun, ...metered }));
  put({ ...begun, progress: noProgress, status: "running" });
  let ended: PushView;
  try {
    const onWaiting = (position: number) =>
      put({ ...begun, progress: noProgress, status: "queued", position });
    for await (const lines of push(server, name, { insecure: isInsecure }, signal, { onWaiting }))
      meter.take(lines.map(asPullLine));
    ended = { ...begun, progress: meter.progress(), status: "done" };
  } catch (error) {
    ended = signal.aborted
      ? { ...begun, progress: meter.progress(), status: "cancelled" }
      : { ...begun, progress: meter.progress(), status: "failed", error: errorOf(error) };
  }
  meter.stop();
  put(ended);
  if (ended.status === "failed" && ended.error.kind !== "in-stream") reportTrouble(server);
  if (ended.status === "done") setTimeout(() => dismissPush(key), doneStays);
}

/** How long a push that is done stays on the list, in milliseconds. */
const doneStays = 15_000;

function put(view: PushView): void {
  usePushes.setState(({ pushes }) => ({ pushes: new Map(pushes).set(view.key, view) }));
}

/** How often somebody who signs in elsewhere is looked for, in milliseconds. */
const accountEvery = 3000;

/** The account at ollama.com that a server pushes with; asked again while it is signed out. */
export function accountQuery(server: string) {
  return queryOptions({
    queryKey: ["account", server],
    queryFn: ({ signal }) => fetchAccount(server, signal),
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state }) => (state.data?.status === "signed-out" ? accountEvery : false),
  });
}
