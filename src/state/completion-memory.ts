import { isRemote } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { fetchRunning } from "#src/ollama/models.ts";

/** How often `/api/ps` is asked while a model is silent, in milliseconds. */
const interval = 1000;

/**
 * Tells whether a model is in memory, again and again until it is stopped: Ollama says nothing while it loads. Of a model that
 * another computer runs nothing is known.
 */
export function watchMemory(
  server: string,
  model: string,
  signal: AbortSignal,
  tell: (isInMemory: boolean) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = isRemote({ name: model });

  async function look(): Promise<void> {
    const running = await fetchRunning(server, signal).catch(() => undefined);
    if (isStopped || signal.aborted) return;
    if (running) tell(running.some(({ name }) => sameModel(name, model)));
    timer = setTimeout(() => void look(), interval);
  }

  if (!isStopped) void look();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
