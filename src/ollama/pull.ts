import type { ProgressLine } from "#src/core/models/progress-line.ts";
import { type ProgressHooks, streamProgress } from "./progress.ts";

/**
 * Pulls a model, as `streamProgress` tells it. `insecure`: over plain HTTP. Aborting cancels it; what was fetched stays on the
 * server, and the next pull goes on from it.
 */
export function pull(
  server: string,
  model: string,
  { insecure = false }: { readonly insecure?: boolean },
  signal: AbortSignal,
  hooks?: ProgressHooks,
): AsyncGenerator<readonly ProgressLine[], void, undefined> {
  const body = insecure ? { model, insecure } : { model };
  return streamProgress(server, "/api/pull", body, signal, hooks);
}
