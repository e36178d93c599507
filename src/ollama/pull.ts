import type { ProgressLine } from "#src/core/models/progress-line.ts";
import { type ProgressHooks, streamProgress } from "./progress.ts";

/** Pulls a model, as `streamProgress` tells it. Aborting cancels it; what was fetched stays on the server, and the next pull goes on from it. */
export function pull(
  server: string,
  name: string,
  signal: AbortSignal,
  hooks?: ProgressHooks,
): AsyncGenerator<readonly ProgressLine[], void, undefined> {
  return streamProgress(server, "/api/pull", { model: name }, signal, hooks);
}
