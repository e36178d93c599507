import { create } from "zustand";
import { type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import type { GenerateBatch } from "#src/core/playground/generate-line.ts";
import type { JsonRecord } from "#src/core/stream/json.ts";
import { generate } from "#src/ollama/generate.ts";
import { watchMemory } from "./completion-memory.ts";
import { type CompletionView, isEnded } from "./completion-view.ts";
import { findingNow, reportTrouble } from "./connection.ts";
import { createFrame } from "./frame.ts";
import { invalidateModels } from "./models.ts";
import { serverUrl } from "./server.ts";

/** How many ended completions are kept to compare, as long as the page lives. */
const kept = 10;

type Completions = {
  /** The one on screen: under way, or the last that ended. */
  readonly shown: CompletionView | undefined;
  /** What ended, the newest first. */
  readonly past: readonly CompletionView[];
};

/** Outlives the page in the app: a completion goes on while another page is shown. */
export const useCompletions = create<Completions>(() => ({ shown: undefined, past: [] }));

let abort: AbortController | undefined;
let lastId = 0;

/** Begins a completion; one that is under way is left alone, and nothing is begun then. */
export function startCompletion(model: string, body: JsonRecord): void {
  if (abort) return;
  abort = new AbortController();
  const now = Date.now();
  lastId += 1;
  const begun: CompletionView = {
    id: lastId,
    server: serverUrl(),
    model,
    body,
    status: "sent",
    startedAt: now,
    since: now,
    text: "",
    thinking: "",
    pieces: 0,
    measured: { endMs: 0 },
  };
  void run(begun, abort.signal).then((ended) => {
    abort = undefined;
    useCompletions.setState(({ past }) => ({ shown: ended, past: [ended, ...past].slice(0, kept) }));
    if (ended.error) void explain(ended.id, ended.server, ended.error);
  });
}

/** Ends the completion that is under way; what came is kept. */
export function stopCompletion(): void {
  abort?.abort();
}

/** Shows one that ended before, unless one is under way. */
export function showCompletion(id: number): void {
  useCompletions.setState(({ shown, past }) => {
    if (shown && !isEnded(shown)) return {};
    return { shown: past.find((view) => view.id === id) ?? shown };
  });
}

async function run(begun: CompletionView, signal: AbortSignal): Promise<CompletionView> {
  let view = begun;
  let sentAt = performance.now();
  const frame = createFrame(() => useCompletions.setState({ shown: view }));

  function change(patch: Partial<CompletionView>): void {
    const isNew = patch.status !== undefined && patch.status !== view.status;
    view = { ...view, ...patch, ...(isNew ? { since: Date.now() } : {}) };
    if (isNew) useCompletions.setState({ shown: view });
    else frame.request();
  }

  function take(batch: GenerateBatch): void {
    const endMs = performance.now() - sentAt;
    change({
      text: view.text + batch.text,
      thinking: view.thinking + batch.thinking,
      pieces: view.pieces + batch.pieces,
      measured: batch.pieces > 0 ? { firstMs: endMs, ...view.measured, endMs } : { ...view.measured, endMs },
      ...(batch.text ? { status: "writing" } : batch.thinking ? { status: "thinking" } : {}),
      ...(batch.end ? { end: batch.end } : {}),
    });
  }

  useCompletions.setState({ shown: view });
  let unwatch = () => {};
  const hooks = {
    onWaiting: (position: number) => change({ status: "queued", position }),
    onSent() {
      sentAt = performance.now();
      change({ status: "sent" });
      unwatch = watchMemory(begun.server, begun.model, signal, (isInMemory) =>
        change({ status: isInMemory ? "silent" : "loading" }),
      );
    },
  };
  try {
    for await (const batch of generate(begun.server, begun.body, signal, hooks)) {
      if (batch.pieces > 0) unwatch();
      take(batch);
    }
    change({ status: "done" });
  } catch (error) {
    const found = errorOf(error);
    if (signal.aborted) change({ status: "stopped" });
    else change({ status: found.kind === "cut" ? "interrupted" : "failed", error: found });
    change({ measured: { ...view.measured, endMs: performance.now() - sentAt } });
  }
  unwatch();
  frame.flush();
  // It may have been loaded, or have left.
  void invalidateModels(begun.server);
  return view;
}

function errorOf(error: unknown): OllamaError {
  return error instanceof OllamaFailure ? error.error : { kind: "app", message: String(error) };
}

/** Adds what can be found out afterwards. */
async function explain(id: number, server: string, error: OllamaError): Promise<void> {
  if (error.kind === "cut") reportTrouble(server);
  if (error.kind !== "unreachable") return;
  const explained = { ...error, finding: await findingNow(server) };
  const withFinding = (view: CompletionView) => (view.id === id ? { ...view, error: explained } : view);
  useCompletions.setState(({ shown, past }) => ({
    shown: shown && withFinding(shown),
    past: past.map(withFinding),
  }));
}
