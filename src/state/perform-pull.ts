import { errorOf, type OllamaError } from "#src/core/errors.ts";
import { sameModel } from "#src/core/models/name.ts";
import { noProgress, type PullProgress } from "#src/core/models/pull.ts";
import { pull } from "#src/ollama/pull.ts";
import { invalidateModels, modelsQuery, queryClient } from "./models.ts";
import { createPullMeter } from "./pull-meter.ts";
import type { BegunPull, PullChange, PullView } from "./pull-view.ts";

/** What a pull cost, in milliseconds and bytes. */
export type PullCost = { readonly ms: number; readonly downloadMs: number; readonly bytes: number };

export type PerformedPull = {
  readonly progress: PullProgress;
  readonly cost: PullCost;
  /** Absent where it was aborted. */
  readonly end?:
    | { readonly status: "done"; readonly change?: PullChange }
    | { readonly status: "unlisted" }
    | { readonly status: "failed"; readonly error: OllamaError };
};

/** Pulls a model from its first to its last line. Never rejects. */
export async function performPull(
  begun: BegunPull,
  signal: AbortSignal,
  publish: (view: PullView) => void,
): Promise<PerformedPull> {
  const { server, name } = begun;
  const startedAt = Date.now();
  const meter = createPullMeter((metered) => publish({ ...begun, ...metered }));
  const ended = (end?: PerformedPull["end"]): PerformedPull => ({
    progress: meter.progress(),
    cost: {
      ms: Date.now() - startedAt,
      downloadMs: meter.downloadMs(),
      bytes: meter.progress().transferred,
    },
    ...(end && { end }),
  });
  try {
    const before = await installedDigest(server, name);
    const onWaiting = (connectionPlace: number) =>
      publish({ ...begun, progress: noProgress, status: "running", connectionPlace });
    for await (const lines of pull(server, name, { insecure: begun.isInsecure ?? false }, signal, {
      onWaiting,
    }))
      meter.take(lines);
    // Done is said once the model can be chosen.
    const succeededAt = Date.now();
    await invalidateModels(server);
    const isListed =
      (queryClient.getQueryState(modelsQuery(server).queryKey)?.dataUpdatedAt ?? 0) >= succeededAt;
    const after = isListed ? await installedDigest(server, name) : undefined;
    const change = changeOf(before, after);
    return ended({ status: "done", ...(change && { change }) });
  } catch (thrown) {
    if (signal.aborted) return ended();
    const error = errorOf(thrown);
    return ended(begun.isUpdate && isUnlisted(error) ? { status: "unlisted" } : { status: "failed", error });
  } finally {
    meter.stop();
  }
}

/** The digest of a model on a server; null where it is not installed, undefined where that is not known. */
async function installedDigest(server: string, name: string): Promise<string | null | undefined> {
  try {
    const models = await queryClient.fetchQuery({ ...modelsQuery(server), retry: false });
    const found = models.find((model) => sameModel(model.name, name));
    return found ? found.digest || undefined : null;
  } catch {
    return undefined;
  }
}

function changeOf(
  before: string | null | undefined,
  after: string | null | undefined,
): PullChange | undefined {
  if (before === undefined || !after) return undefined;
  if (before === null) return "new";
  return before === after ? "same" : "updated";
}

/** The registry's answer for a name that it does not have (server/images.go). */
function isUnlisted(error: OllamaError): boolean {
  return (
    error.kind === "in-stream" && /file does not exist/.test(error.message) && /manifest/.test(error.message)
  );
}
