import { create } from "zustand";
import { type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import { type Embedded, joined, textsPerRequest } from "#src/core/playground/embedding.ts";
import { embed } from "#src/ollama/embed.ts";
import type { GenerateHooks } from "#src/ollama/generate.ts";
import type { KeepAlive } from "#src/ollama/memory.ts";
import { reportTrouble } from "./connection.ts";
import { compareTexts, forgetComparison } from "./embeddings-similarity.ts";

/** What is to be embedded, and how. */
export type EmbeddingTask = {
  readonly server: string;
  readonly model: string;
  readonly texts: readonly string[];
  readonly truncate: boolean;
  readonly dimensions?: number;
  readonly keepAlive?: KeepAlive;
};

/** Embeddings as they are shown. What came before an end that was not meant stays. */
export type EmbeddingView =
  | { readonly status: "none" }
  | {
      readonly status: "running";
      readonly task: EmbeddingTask;
      readonly result?: Embedded;
      /** Its place, from 1, while it waits for one of the server's connections. */
      readonly position?: number;
    }
  | { readonly status: "done"; readonly task: EmbeddingTask; readonly result: Embedded }
  | { readonly status: "stopped"; readonly task: EmbeddingTask; readonly result?: Embedded }
  | {
      readonly status: "failed";
      readonly task: EmbeddingTask;
      readonly result?: Embedded;
      readonly error: OllamaError;
    };

/** The embeddings of this page; they outlive the panel that shows them. */
export const useEmbeddings = create<{ readonly view: EmbeddingView }>(() => ({ view: { status: "none" } }));

let running: AbortController | undefined;

/** The body of a request for some of a task's texts, as it is sent. */
export function embedBody(task: Omit<EmbeddingTask, "server">) {
  return {
    model: task.model,
    input: task.texts,
    // The server's own default is not sent.
    ...(task.truncate ? {} : { truncate: false }),
    ...(task.dimensions === undefined ? {} : { dimensions: task.dimensions }),
    ...(task.keepAlive === undefined ? {} : { keep_alive: task.keepAlive }),
  };
}

/**
 * Embeds texts, so many a request, one request after the other; those that came `before` are not asked for again. What was shown
 * is replaced.
 */
export function startEmbedding(task: EmbeddingTask, before?: Embedded): void {
  running?.abort();
  const abort = new AbortController();
  running = abort;
  forgetComparison();
  void run(task, abort.signal, before).finally(() => {
    if (running === abort) running = undefined;
  });
}

/** Asks for the texts that are missing after a failure or a stop. */
export function goOnEmbedding(): void {
  const { view } = useEmbeddings.getState();
  if (view.status === "failed" || view.status === "stopped") startEmbedding(view.task, view.result);
}

/** Stops; what has come stays. */
export function stopEmbedding(): void {
  running?.abort();
}

async function run(task: EmbeddingTask, signal: AbortSignal, before: Embedded | undefined): Promise<void> {
  let result = before;
  const put = (view: EmbeddingView) => {
    // A later task has the page by then.
    if (!signal.aborted || view.status === "stopped") useEmbeddings.setState({ view });
  };
  const soFar = () => (result ? { result } : {});
  try {
    put({ status: "running", task, ...soFar() });
    for (let from = before?.texts.length ?? 0; from < task.texts.length; from += textsPerRequest) {
      const texts = task.texts.slice(from, from + textsPerRequest);
      const came = await part({ ...task, texts }, signal, {
        onWaiting: (position) => put({ status: "running", task, ...soFar(), position }),
        onSent: () => put({ status: "running", task, ...soFar() }),
      });
      // A model that was replaced meanwhile makes vectors of another kind.
      if (result && came.vectors[0]?.length !== result.vectors[0]?.length)
        throw new OllamaFailure({ kind: "malformed", sample: "" });
      result = joined(result, came);
      put({ status: "running", task, result });
    }
    if (result) put({ status: "done", task, result });
  } catch (error) {
    if (signal.aborted) {
      if (isShown(task)) put({ status: "stopped", task, ...soFar() });
    } else {
      put({ status: "failed", task, ...soFar(), error: errorOf(error) });
      if (error instanceof OllamaFailure && error.error.kind === "unreachable") reportTrouble(task.server);
    }
  }
  if (result && isShown(task)) compareTexts(result.vectors);
}

function isShown(task: EmbeddingTask): boolean {
  const { view } = useEmbeddings.getState();
  return view.status !== "none" && view.task === task;
}

async function part(task: EmbeddingTask, signal: AbortSignal, hooks: GenerateHooks): Promise<Embedded> {
  const { embeddings, ...told } = await embed(task.server, embedBody(task), signal, hooks);
  return { model: task.model, texts: task.texts, vectors: embeddings, ...told, requests: 1 };
}

function errorOf(error: unknown): OllamaError {
  return error instanceof OllamaFailure ? error.error : { kind: "app", message: String(error) };
}
