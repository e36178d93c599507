import type { ConversationId, Reply } from "#src/core/conversation/message.ts";
import type { OllamaError } from "#src/core/errors.ts";
import { sameModel } from "#src/core/models/name.ts";
import { fetchRunning } from "#src/ollama/models.ts";
import { findingNow, reportTrouble } from "./connection.ts";
import { saveMessages, useConversations } from "./conversations.ts";
import { serverUrl } from "./server.ts";

/** Adds to a failed reply what can be found out after the fact, where it happened. */
export async function explainFailure(id: ConversationId, reply: Reply): Promise<void> {
  const error = reply.error && (await explained(reply.error, reply));
  if (!error || error === reply.error) return;
  if (!useConversations.getState().trees.get(id)?.has(reply.id)) return;
  await saveMessages(id, [{ ...reply, error }]);
}

async function explained(error: OllamaError, reply: Reply): Promise<OllamaError> {
  const { server = serverUrl() } = reply;
  switch (error.kind) {
    case "unreachable":
      return { ...error, finding: await findingNow(server) };
    case "cut":
      reportTrouble(server);
      return error;
    case "lost-reason": {
      const running = await fetchRunning(server, AbortSignal.timeout(5000)).catch(() => undefined);
      if (!running) return error;
      return { ...error, modelLeftMemory: !running.some((model) => sameModel(model.name, reply.model)) };
    }
    default:
      return error;
  }
}
