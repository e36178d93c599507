import type { StreamSeen } from "#src/core/connection/probes-stream.ts";
import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { readBody } from "./body.ts";
import { enqueue } from "./connection-queue.ts";
import { jsonPost, ollamaFetch } from "./request.ts";

/** Enough tokens for a difference to show, few enough for a slow computer. */
const tokens = 48;

/**
 * Lets a model write a little, and notes when each network chunk of it arrived; loads the model where it is not in memory. There is
 * no deadline. Throws an `OllamaFailure`, or the signal's reason when it aborts.
 */
export async function watchStream(server: string, model: string, signal: AbortSignal): Promise<StreamSeen> {
  const release = await enqueue(server, signal);
  try {
    const from = performance.now();
    const arrivals: number[] = [];
    const response = await ollamaFetch(
      server,
      "/api/generate",
      jsonPost({
        model,
        prompt: "Write the numbers from one to sixty in words, separated by commas.",
        stream: true,
        options: { num_predict: tokens },
      }),
      signal,
    );
    let text = "";
    for await (const piece of readBody(response, signal, () => arrivals.push(performance.now() - from)))
      text += piece;
    const end = asRecord(parseJson(text.trim().split("\n").at(-1) ?? ""));
    return {
      arrivals,
      tokens: Number(end?.["eval_count"] ?? 0),
      // Durations of the server are nanoseconds.
      writingMs: Number(end?.["eval_duration"] ?? 0) / 1e6,
    };
  } finally {
    release();
  }
}
