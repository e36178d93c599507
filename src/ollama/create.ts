import type { CreateRequest } from "#src/core/models/create-request.ts";
import type { ProgressLine } from "#src/core/models/progress-line.ts";
import { type ProgressHooks, streamProgress } from "./progress.ts";

/**
 * Makes a model, as `streamProgress` tells it; an existing one of the name is overwritten. A missing base is pulled first, with a
 * pull's lines. Aborting closes the connection, and the server stops at its next line.
 */
export function createModel(
  server: string,
  request: CreateRequest,
  signal: AbortSignal,
  hooks?: ProgressHooks,
): AsyncGenerator<readonly ProgressLine[], void, undefined> {
  return streamProgress(server, "/api/create", request, signal, hooks);
}
