import { isServersFault } from "#src/core/connection/servers-fault.ts";
import type { Reply, TriedServer } from "#src/core/conversation/message.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { freshOrder } from "./choose-server.ts";
import { reportTrouble } from "./connection.ts";
import { listModels } from "./list-models.ts";
import { serverAt } from "./servers.ts";

export type Asking = {
  /** Asks the reply's server for it. */
  readonly ask: (reply: Reply, signal: AbortSignal) => Promise<Reply>;
  /** Whether a character of the reply that is being asked for has come. */
  readonly hasBegun: () => boolean;
};

/**
 * Asks for a reply on the servers that have its model, one after the other in the order of the rule, until one gives a
 * character or a fault that is not a server's own. The reply names who wrote it and who did not answer. Never rejects.
 */
export async function askInTurn(reply: Reply, signal: AbortSignal, asking: Asking): Promise<Reply> {
  const order = await freshOrder(reply);
  const tried: TriedServer[] = [];
  for (const [index, server] of order.entries()) {
    const own = { ...reply, server, ...(tried.length > 0 && { triedServers: [...tried] }) };
    if (index === order.length - 1) return asking.ask(own, signal);
    const ended = await askWatched(own, signal, asking);
    if (signal.aborted || asking.hasBegun() || !ended.error || !isServersFault(ended.error)) return ended;
    tried.push({ server, error: ended.error });
    reportTrouble(server);
  }
  return asking.ask(reply, signal);
}

/**
 * A server is silent while it loads a model, and that is no failure: but one that does not even list its models any more
 * is given up.
 */
async function askWatched(reply: Reply, signal: AbortSignal, { ask, hasBegun }: Asking): Promise<Reply> {
  const own = new AbortController();
  const leave = () => own.abort(signal.reason);
  if (signal.aborted) leave();
  signal.addEventListener("abort", leave, { once: true });
  const url = reply.server ?? "";
  const { deadlineMs } = serverAt(url);
  let isGivenUp = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const isAlive = await listModels(url, own.signal).then(() => true, isAnswer);
    if (own.signal.aborted || hasBegun()) return;
    if (isAlive) {
      timer = setTimeout(() => void look(), deadlineMs);
      return;
    }
    isGivenUp = true;
    own.abort();
  }

  timer = setTimeout(() => void look(), deadlineMs);
  const ended = await ask(reply, own.signal);
  clearTimeout(timer);
  own.abort();
  signal.removeEventListener("abort", leave);
  if (!isGivenUp || signal.aborted) return ended;
  return { ...ended, status: "failed", error: { kind: "timeout", afterMs: deadlineMs } };
}

/** A refusal is a sign of life too. */
function isAnswer(error: unknown): boolean {
  return (
    error instanceof OllamaFailure && error.error.kind !== "unreachable" && error.error.kind !== "timeout"
  );
}
