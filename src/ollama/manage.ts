import { withDeadline } from "./deadline.ts";
import { jsonPost, ollamaFetch, textOf } from "./request.ts";

/** Only names and manifests are written, and layers unlinked: seconds at most. */
const deadlineMs = 30_000;

/**
 * Gives a model another name; its layers are shared. Overwrites what stood under that name, without a word. Throws an
 * `OllamaFailure`: `http` 404 where the source is missing, 400 for an illegal name; `timeout` after 30 s.
 */
export function copyModel(server: string, source: string, destination: string): Promise<void> {
  return tell(server, "/api/copy", jsonPost({ source, destination }));
}

/**
 * Removes a model's name, and the layers that no other model uses. A copy in memory stays there. Throws an `OllamaFailure`:
 * `http` 404 where there is none; `timeout` after 30 s.
 */
export function deleteModel(server: string, model: string): Promise<void> {
  return tell(server, "/api/delete", { ...jsonPost({ model }), method: "DELETE" });
}

/** The answer has no body. */
async function tell(server: string, path: string, init: RequestInit): Promise<void> {
  await withDeadline(deadlineMs, undefined, async (signal) => {
    await textOf(await ollamaFetch(server, path, init, signal), signal);
  });
}
