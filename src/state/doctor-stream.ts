import { type StreamSeen, streamVerdict, type StreamVerdict } from "#src/core/connection/probes-stream.ts";
import { type OllamaError, OllamaFailure } from "#src/core/errors.ts";
import { canChat, isRemote } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { fetchModels, fetchRunning } from "#src/ollama/models.ts";
import { watchStream } from "#src/ollama/probe-stream.ts";

/** A model that a test of streaming can ask; those in memory come first, for they need not be loaded. */
export type StreamModel = { readonly name: string; readonly isInMemory: boolean };

export type StreamResult =
  | { readonly kind: "seen"; readonly seen: StreamSeen; readonly verdict: StreamVerdict }
  | { readonly kind: "failed"; readonly error: OllamaError }
  | { readonly kind: "stopped" };

/** The models of a server that can write, or why they could not be had. Never rejects. */
export async function streamModels(url: string): Promise<readonly StreamModel[] | OllamaError> {
  try {
    // What is in memory is a help in choosing, no more.
    const [models, running] = await Promise.all([fetchModels(url), fetchRunning(url).catch(() => [])]);
    return models
      .filter((model) => canChat(model) && !isRemote(model))
      .map(({ name }) => ({ name, isInMemory: running.some((other) => sameModel(other.name, name)) }))
      .toSorted((one, other) => Number(other.isInMemory) - Number(one.isInMemory));
  } catch (error) {
    return errorOf(error);
  }
}

/** Lets a model write a little and sees how it arrives. Never rejects. */
export async function testStream(url: string, model: string, signal: AbortSignal): Promise<StreamResult> {
  try {
    const seen = await watchStream(url, model, signal);
    return { kind: "seen", seen, verdict: streamVerdict(seen) };
  } catch (error) {
    return signal.aborted ? { kind: "stopped" } : { kind: "failed", error: errorOf(error) };
  }
}

function errorOf(error: unknown): OllamaError {
  return error instanceof OllamaFailure ? error.error : { kind: "app", message: String(error) };
}
