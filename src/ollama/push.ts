import type { ProgressLine } from "#src/core/models/progress-line.ts";
import { type ProgressHooks, streamProgress } from "./progress.ts";

/**
 * Sends a model to the registry that its name says, as `streamProgress` tells it. `insecure`: over plain HTTP. Aborting cancels it;
 * layers that arrived whole stay with the registry.
 */
export function push(
  server: string,
  model: string,
  { insecure = false }: { readonly insecure?: boolean },
  signal: AbortSignal,
  hooks?: ProgressHooks,
): AsyncGenerator<readonly ProgressLine[], void, undefined> {
  const body = insecure ? { model, insecure } : { model };
  return streamProgress(server, "/api/push", body, signal, hooks);
}
