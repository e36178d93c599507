import { causeOf, type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import type { HealthCheck } from "#src/core/models/health.ts";
import { perSecond } from "#src/core/playground/timings.ts";
import { embed } from "#src/ollama/embed.ts";
import { generate } from "#src/ollama/generate.ts";
import { isNoWriter, type KeepAlive } from "#src/ollama/memory.ts";

export type HealthTask = {
  readonly server: string;
  readonly model: string;
  /** Known to embed only. */
  readonly isEmbedder: boolean;
  readonly keepAlive?: KeepAlive;
};

const prompt = "Say hello in one short sentence.";

/**
 * One small test: sixteen tokens at most, or one embedding. What the server refuses or breaks off is a finding; only aborting
 * rejects, with the signal's reason. `onFirst` hears the first sign of an answer, `onWaiting` the place among the server's streams while
 * it waits for a connection of ours, and undefined when it waits no more.
 */
export async function checkModel(
  task: HealthTask,
  signal: AbortSignal,
  onFirst: () => void,
  onWaiting: (position?: number) => void = () => undefined,
): Promise<HealthCheck> {
  const at = Date.now();
  try {
    if (task.isEmbedder) return await checkEmbedding(task, at, signal, onWaiting);
    return await checkWriting(task, at, signal, onFirst, onWaiting).catch((error: unknown) => {
      // Servers before 0.30 list no capabilities.
      if (isNoWriter(error)) return checkEmbedding(task, at, signal, onWaiting);
      throw error;
    });
  } catch (error) {
    signal.throwIfAborted();
    const fault: OllamaError =
      error instanceof OllamaFailure ? error.error : { kind: "app", message: String(error) };
    return { at, status: "failed", cause: causeOf(fault), words: wordsOf(fault) };
  }
}

async function checkWriting(
  { server, model, keepAlive }: HealthTask,
  at: number,
  signal: AbortSignal,
  onFirst: () => void,
  onWaiting: (position?: number) => void,
): Promise<HealthCheck> {
  const options = { num_predict: 16, temperature: 0, seed: 1 };
  const body = { model, prompt, options, ...stay(keepAlive) };
  let sent = performance.now();
  const onSent = () => {
    sent = performance.now();
    onWaiting();
  };
  let firstMs: number | undefined;
  for await (const { pieces, end } of generate(server, body, signal, { onSent, onWaiting })) {
    if (pieces > 0 && firstMs === undefined) {
      firstMs = performance.now() - sent;
      onFirst();
    }
    if (!end) continue;
    const speed = perSecond(end.timings.tokens, end.timings.generationMs);
    return {
      at,
      status: "ok",
      loadMs: end.timings.loadMs,
      ...(firstMs !== undefined && { firstMs }),
      totalMs: performance.now() - sent,
      ...(speed !== undefined && { tokensPerSecond: speed }),
    };
  }
  throw new OllamaFailure({ kind: "cut", how: "ended" });
}

async function checkEmbedding(
  { server, model, keepAlive }: HealthTask,
  at: number,
  signal: AbortSignal,
  onWaiting: (position?: number) => void,
): Promise<HealthCheck> {
  let sent = performance.now();
  const onSent = () => {
    sent = performance.now();
    onWaiting();
  };
  const asked = { model, input: [prompt], ...stay(keepAlive) };
  const { loadNs } = await embed(server, asked, signal, { onSent, onWaiting });
  return { at, status: "ok", loadMs: loadNs / 1e6, totalMs: performance.now() - sent };
}

function stay(keepAlive: KeepAlive | undefined) {
  return keepAlive === undefined ? {} : { keep_alive: keepAlive };
}

function wordsOf(error: OllamaError): string {
  if (error.kind === "http") return `${error.status} ${error.message}`.trim();
  if (error.kind === "in-stream" || error.kind === "app") return error.message;
  return error.kind === "malformed" ? error.sample : "";
}
