import type { RunningModel } from "#src/core/models/model.ts";
import type { ModelShow } from "#src/core/models/show.ts";

/** What Ollama takes on a computer with little graphics memory, in tokens (server/routes.go). */
const ordinary = 4096;
/** Where the trained length is not known. */
const largest = 1_048_576;

/** The longest context that can be asked about, in tokens. */
export function longestContext(trained: number | undefined): number {
  return trained ?? largest;
}

/** The context that is asked about first: the one in memory, the model's own, or Ollama's. */
export function firstContext(
  { contextLength, parameters }: Pick<ModelShow, "contextLength" | "parameters">,
  loaded: RunningModel | undefined,
): number {
  const own = parameters.get("num_ctx")?.at(-1);
  const wanted = loaded?.contextLength ?? (typeof own === "number" && own > 0 ? own : ordinary);
  return Math.min(wanted, longestContext(contextLength));
}
