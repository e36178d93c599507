import { isAbsentRoute } from "#src/core/connection/abilities.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import type { Model, RunningModel } from "#src/core/models/model.ts";
import { fetchModels, fetchRunning } from "#src/ollama/models.ts";
import { isFoundOpenAi, noteKind, noteMemory, speaksOpenAi } from "./abilities.ts";
import { serverAt } from "./servers.ts";

/**
 * The models of a server, in the way that its kind has. One whose kind is not known is asked as Ollama first; where that is not
 * understood, what it speaks is found out. Throws an `OllamaFailure`.
 */
export async function listModels(server: string, signal?: AbortSignal): Promise<readonly Model[]> {
  const { kind, deadlineMs } = serverAt(server);
  if (isFoundOpenAi(server)) {
    try {
      return await listOpenAi(server, signal, deadlineMs);
    } catch (error) {
      // Another program may answer there by now.
      if (kind !== "auto" || !isNotUnderstood(error)) throw error;
    }
  }
  try {
    const models = await fetchModels(server, signal, deadlineMs);
    noteKind(server, "ollama");
    return models;
  } catch (error) {
    if (kind !== "auto" || !isNotUnderstood(error)) throw error;
    const { findKind } = await import("#src/ollama/abilities.ts");
    const found = await findKind(server, signal, deadlineMs);
    if (found) noteKind(server, found);
    if (found !== "openai") throw error;
    return listOpenAi(server, signal, deadlineMs);
  }
}

async function listOpenAi(server: string, signal: AbortSignal | undefined, afterMs: number) {
  const { fetchOpenAiModels } = await import("#src/ollama/openai-models.ts");
  return fetchOpenAiModels(server, signal, afterMs);
}

/** Whether a failure may mean that the server speaks another language; one without CORS headers on its 404 shows as no answer. */
function isNotUnderstood(error: unknown): boolean {
  if (!(error instanceof OllamaFailure)) return false;
  const { kind } = error.error;
  if (error.error.kind === "http") return isAbsentRoute(error.error.status) || error.error.status === 400;
  return kind === "malformed" || kind === "unreachable";
}

/** The models in a server's memory; none, unasked, where its kind tells nothing of it. Throws an `OllamaFailure`. */
export async function listRunning(server: string, signal?: AbortSignal): Promise<readonly RunningModel[]> {
  if (speaksOpenAi(server)) return [];
  try {
    const running = await fetchRunning(server, signal, serverAt(server).deadlineMs);
    noteMemory(server);
    return running;
  } catch (error) {
    noteMemory(server, error);
    throw error;
  }
}
