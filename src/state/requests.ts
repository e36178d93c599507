import { create } from "zustand";
import type { Exchange } from "#src/core/requests/exchange.ts";
import { mask } from "#src/core/requests/mask.ts";
import { replayRequest } from "#src/ollama/replay.ts";
import { createTap } from "#src/ollama/tap-observer.ts";
import { tap } from "#src/ollama/tap.ts";
import { createRecorder } from "./requests-recorder.ts";

/** What is on screen lags behind what is recorded by at most this. */
const publishMs = 200;

export type RequestsState = {
  readonly isRecording: boolean;
  /** The user stopped it: opening the page does not begin it again. */
  readonly isPaused: boolean;
  /** Since when everything is recorded, in milliseconds since 1970 UTC; absent while it is not. */
  readonly since?: number | undefined;
  /** From the oldest to the newest. */
  readonly exchanges: readonly Exchange[];
};

export const useRequests = create<RequestsState>(() => ({
  isRecording: false,
  isPaused: false,
  exchanges: [],
}));

let timer: ReturnType<typeof setTimeout> | undefined;

const recorder = createRecorder({
  clock: () => performance.now(),
  now: () => Date.now(),
  onChange: () => {
    timer ??= setTimeout(publish, publishMs);
  },
});

function publish(): void {
  clearTimeout(timer);
  timer = undefined;
  useRequests.setState({ exchanges: recorder.exchanges() });
}

/** Which exchange the request with a signal sends again. */
const replays = new WeakMap<AbortSignal, number>();
const aborts = new Map<number, AbortController>();

const listener = createTap((request) => {
  const replayOf = request.signal && replays.get(request.signal);
  const { isRecording } = useRequests.getState();
  if (!isRecording && replayOf === undefined) return undefined;
  // While recording is paused it is only this one that is waited for.
  if (!isRecording) tap.listener = undefined;
  return recorder.observe(request, replayOf);
});

/** Records requests of this tab from now on, until `pauseRecording`; what is on its way already is not seen. */
export function startRecording(): void {
  tap.listener = listener;
  useRequests.setState(({ since = Date.now() }) => ({ isRecording: true, isPaused: false, since }));
}

/** What is under way goes on being recorded. */
export function pauseRecording(): void {
  tap.listener = undefined;
  useRequests.setState({ isRecording: false, isPaused: true, since: undefined });
}

export function clearRequests(): void {
  recorder.clear();
  publish();
}

/**
 * Sends a request again as it was kept (`obstacleOf` says when it cannot be), with the secrets that the server has now; it is
 * recorded even while nothing else is. Gives back the id of the new exchange.
 */
export function replay(exchange: Exchange): number | undefined {
  const abort = new AbortController();
  replays.set(abort.signal, exchange.id);
  tap.listener = listener;
  const headers = exchange.sent.headers.filter(([, value]) => !value.endsWith(mask));
  // What was sent without the server's own headers, as the doctor does, goes without them again.
  const isBare = headers.length === exchange.sent.headers.length;
  const init: RequestInit = {
    method: exchange.method,
    headers: Object.fromEntries(headers),
    ...(exchange.isBlind ? { mode: "no-cors" as const } : {}),
    ...(exchange.staysHere ? { redirect: "manual" as const } : {}),
    ...(exchange.sent.body.bytes > 0 ? { body: exchange.sent.body.text } : {}),
  };
  const sent = replayRequest(exchange.server, exchange.path, init, abort.signal, isBare);
  publish();
  const id = useRequests.getState().exchanges.at(-1)?.id;
  if (id !== undefined) aborts.set(id, abort);
  const forget = (): void => {
    if (id !== undefined) aborts.delete(id);
  };
  // What comes of it stands in its exchange.
  sent.then(forget, forget);
  return id;
}

/** Whether a replay is under way that can be stopped. */
export function canStop(id: number): boolean {
  return aborts.has(id);
}

export function stopReplay(id: number): void {
  aborts.get(id)?.abort();
}
