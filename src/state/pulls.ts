import { create } from "zustand";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { withTag } from "#src/core/models/name.ts";
import { noProgress, type PullProgress } from "#src/core/models/pull.ts";
import { acquireWriter, isHeldElsewhere } from "#src/storage/writer-lock.ts";
import { reportTrouble } from "./connection.ts";
import type { PerformedPull, PullCost } from "./perform-pull.ts";
import { closePullDialog, usePullDialog } from "./pull-dialog.ts";
import { forgetPull, keepPull, keptPulls } from "./pull-keeping.ts";
import { moved, numbered } from "./pull-order.ts";
import { type BegunPull, isUnderWay, pullKey, type PullView, withoutStatus } from "./pull-view.ts";
import { serverUrl } from "./server.ts";
import { useSettings } from "./settings.ts";

/** All pulls of this page by `pullKey`, those that wait in the order of the queue. */
export const usePulls = create<{ readonly pulls: ReadonlyMap<string, PullView> }>(() => ({
  pulls: new Map(),
}));

/** What only a pull needs is no part of the first load. */
const loadPerforming = () => import("./perform-pull.ts");
const loadEnds = () => import("./pull-ends.ts");

/** A pull under way: from its place in the queue to its end. */
type Job = {
  readonly abort: AbortController;
  readonly turn: Promise<void>;
  readonly begin: () => void;
  hasBegun: boolean;
  /** It is kept for the case that its page is closed. */
  isSaved: boolean;
};

const jobs = new Map<string, Job>();
/** The last job of each pull until it has let go of its lock: the next one waits for that. */
const endings = new Map<string, Promise<void>>();
/** What pulls cost before they were paused. */
const spent = new Map<string, PullCost>();

/** Puts a model into the queue, or an ended pull into it again; one that is under way goes on. It outlives every dialog. */
export function startPull(
  name: string,
  server = serverUrl(),
  {
    isUpdate = false,
    isInsecure = false,
  }: { readonly isUpdate?: boolean; readonly isInsecure?: boolean } = {},
): void {
  const full = withTag(name);
  const key = pullKey(server, full);
  if (jobs.has(key)) return;
  const startedAt = Date.now();
  const place = Math.max(startedAt, ...listed().map((other) => other.place + 1));
  const begun = {
    key,
    server,
    name: full,
    startedAt,
    place,
    ...(isUpdate && { isUpdate }),
    ...(isInsecure && { isInsecure }),
  };
  const job = newJob();
  jobs.set(key, job);
  const before = viewOf(key);
  remove(key);
  put({ ...begun, progress: leftBy(before), status: "queued", position: 0 });
  const ending = (endings.get(key) ?? Promise.resolve())
    .then(() => carry(begun, job))
    .finally(() => endings.get(key) === ending && endings.delete(key));
  endings.set(key, ending);
  advance();
}

/** Whether a model is in the queue, or being pulled. */
export function isPulling(name: string, server = serverUrl()): boolean {
  return jobs.has(pullKey(server, withTag(name)));
}

/** Takes up again what was paused, cancelled or interrupted, or failed. */
export function goOnWithPull({ name, server, isUpdate = false, isInsecure = false }: PullView): void {
  startPull(name, server, { isUpdate, isInsecure });
}

/** Stops a pull until the user goes on with it, also after a reload. What was fetched stays on the server. */
export function pausePull(key: string): void {
  const view = stop(key);
  if (!view) return;
  const paused: PullView = { ...withoutStatus(view), status: "paused" };
  put(paused);
  keepPull(paused);
  advance();
  tellEnd(paused);
}

/** Ends a pull. What was fetched stays on the server, where the next pull of the model goes on from it. */
export function cancelPull(key: string): void {
  const view = stop(key) ?? viewOf(key);
  if (!view || view.status === "done" || view.status === "cancelled") return;
  const cancelled: PullView = { ...withoutStatus(view), status: "cancelled" };
  put(cancelled);
  void forgetPull(view);
  void (endings.get(key) ?? Promise.resolve()).then(() => {
    // A pull that never began leaves no trace.
    if (spent.has(key) && !jobs.has(key)) record(cancelled, takeSpent(key));
  });
  advance();
  tellEnd(cancelled);
}

/** Moves a pull that waits a place up (-1) or down (1) in the queue. */
export function movePull(key: string, by: -1 | 1): void {
  const before = usePulls.getState().pulls;
  const pulls = numbered(moved(before, key, by));
  usePulls.setState({ pulls });
  for (const view of pulls.values())
    if (view.place !== before.get(view.key)?.place && jobs.get(view.key)?.isSaved) keepPull(view);
}

/** Takes an ended pull off the list, and forgets it. */
export function dismissPull(key: string): void {
  const view = viewOf(key);
  if (!view || isUnderWay(view)) return;
  remove(key);
  spent.delete(key);
  void forgetPull(view);
}

/** Lists what a page that was closed or reloaded left unfinished, unless another tab is pulling it now. */
export async function rememberPulls(): Promise<void> {
  for (const view of await keptPulls())
    if (!jobs.has(view.key) && !(await isHeldElsewhere(lockName(view.key)))) put(view);
  // Before a new build takes them away from a tab that stays open.
  await Promise.allSettled([loadPerforming(), loadEnds()]);
}

/** What lies on the server of a pull before, as far as is known, until this one hears of it. */
function leftBy(before: PullView | undefined): PullProgress {
  if (!before || before.status === "done") return noProgress;
  const { completed, total } = before.progress;
  return { ...noProgress, completed, total };
}

function newJob(): Job {
  let start = () => {};
  const turn = new Promise<void>((resolve) => (start = resolve));
  const abort = new AbortController();
  abort.signal.addEventListener("abort", () => start());
  return { abort, turn, begin: () => start(), hasBegun: false, isSaved: false };
}

// A page that goes breaks its own requests: that is no failure, and no turn for another.
let isLeaving = false;
globalThis.addEventListener?.("pagehide", () => (isLeaving = true));
globalThis.addEventListener?.("pageshow", () => (isLeaving = false));

/** Begins as many of those that wait as may run at once. */
function advance(): void {
  if (isLeaving) return;
  const running = [...jobs.values()].filter(({ hasBegun }) => hasBegun).length;
  const waiting = listed().filter(({ status }) => status === "queued");
  for (const view of waiting.slice(0, Math.max(0, useSettings.getState().pullsAtOnce - running))) {
    const job = jobs.get(view.key);
    if (!job) continue;
    job.hasBegun = true;
    const begun: PullView = { ...withoutStatus(view), status: "running" };
    put(begun);
    if (job.isSaved) keepPull(begun);
    job.begin();
  }
}

useSettings.subscribe((next, before) => next.pullsAtOnce !== before.pullsAtOnce && advance());

/** Aborts a pull under way and gives its place away; undefined where there is none. */
function stop(key: string): PullView | undefined {
  const job = jobs.get(key);
  if (!job) return undefined;
  jobs.delete(key);
  job.abort.abort();
  return viewOf(key);
}

async function carry(asked: BegunPull, job: Job): Promise<void> {
  const { key } = asked;
  const { signal } = job.abort;
  let begun = asked;
  // Held while it waits and runs, so that another tab does not take it for interrupted.
  const lock = await acquireWriter(lockName(key));
  try {
    if (signal.aborted) return;
    const waiting = viewOf(key);
    if (waiting) keepPull(waiting);
    job.isSaved = true;
    await job.turn;
    if (signal.aborted) return;
    const { performPull } = await loadPerforming();
    if (signal.aborted) return;
    // It may have been moved while it waited.
    begun = { ...asked, place: viewOf(key)?.place ?? asked.place };
    const performed = await performPull(lock ? begun : { ...begun, isShared: true }, signal, (view) => {
      lock?.renew();
      if (jobs.get(key) === job) put(view);
    });
    spent.set(key, sum(spent.get(key), performed.cost));
    if (jobs.get(key) === job && performed.end) finish(begun, performed.progress, performed.end);
  } catch (error) {
    // A part of the app could not be loaded: it was built anew, or the network is gone.
    const failed = { status: "failed", error: { kind: "app", message: String(error) } } as const;
    if (jobs.get(key) === job) finish(begun, noProgress, failed);
  } finally {
    lock?.release();
  }
}

function finish(begun: BegunPull, progress: PullProgress, end: NonNullable<PerformedPull["end"]>): void {
  if (isLeaving) return;
  const view: PullView = { ...begun, progress, ...end };
  jobs.delete(begun.key);
  put(view);
  record(view, takeSpent(begun.key));
  advance();
  tellEnd(view);
  if (view.status === "done") afterDone(view.key);
  if (view.status === "failed" && view.error.kind !== "in-stream") reportTrouble(view.server);
  else void forgetPull(view);
}

/** How long a model that has come stays on the list, in milliseconds. */
const doneStays = 15_000;

/** Where nothing else is left to see or to do in the dialog, it makes room for the conversation. */
function afterDone(key: string): void {
  const isAll = listed().every(({ status }) => status === "done");
  if (isAll && usePullDialog.getState().name === "") closePullDialog();
  setTimeout(() => viewOf(key)?.status === "done" && dismissPull(key), doneStays);
}

function listed(): readonly PullView[] {
  return [...usePulls.getState().pulls.values()];
}

function viewOf(key: string): PullView | undefined {
  return usePulls.getState().pulls.get(key);
}

function put(view: PullView): void {
  usePulls.setState(({ pulls }) => ({ pulls: numbered(new Map(pulls).set(view.key, view)) }));
}

function remove(key: string): void {
  usePulls.setState(({ pulls }) => ({ pulls: new Map([...pulls].filter(([other]) => other !== key)) }));
}

function takeSpent(key: string): PullCost {
  const cost = sum(undefined, spent.get(key));
  spent.delete(key);
  return cost;
}

function sum(one?: PullCost, other?: PullCost): PullCost {
  return {
    ms: (one?.ms ?? 0) + (other?.ms ?? 0),
    downloadMs: (one?.downloadMs ?? 0) + (other?.downloadMs ?? 0),
    bytes: (one?.bytes ?? 0) + (other?.bytes ?? 0),
  };
}

function record(view: PullView, cost: PullCost): void {
  const endedAt = Date.now();
  loadEnds().then(
    ({ recordPullEnd }) => recordPullEnd(view, cost, endedAt),
    () => {},
  );
}

function tellEnd(view: PullView): void {
  const all = listed();
  loadEnds().then(
    ({ noticePullEnd }) => noticePullEnd(view, all),
    () => {},
  );
}

/** Writers' locks are named by what they guard. */
function lockName(key: string): ConversationId {
  return `pull ${key}` as ConversationId;
}
