import { byRule } from "#src/core/connection/choose-server.ts";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { errorOf, type OllamaError } from "#src/core/errors.ts";
import type { Model } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { copyModel as askToCopy, deleteModel } from "#src/ollama/manage.ts";
import { fetchModels } from "#src/ollama/models.ts";
import { useNewChat } from "./chat-settings.ts";
import { updateConversation, useConversations } from "./conversations.ts";
import { setHidden, setPinned } from "./library.ts";
import { conversationsWith } from "./model-use.ts";
import { invalidateModels, modelsQuery, queryClient } from "./models.ts";
import { notify } from "./notices.ts";
import { serverUrl } from "./server.ts";
import { changeSettings, useSettings } from "./settings.ts";

/** How a copy or a rename came out. `both`: the model now has its old name and the new one. */
export type CopyResult =
  | { readonly status: "done" }
  /** Nothing was changed, or the copy was taken back. */
  | { readonly status: "failed"; readonly step: "copy" | "delete"; readonly error: OllamaError }
  /** No answer came, nor a list that tells: the copy may be there. */
  | { readonly status: "unsure"; readonly error: OllamaError }
  | { readonly status: "both"; readonly error: OllamaError };

/** The installed model that a copy under this name would replace, asked of the server anew. Throws an `OllamaFailure`. */
export async function modelUnder(name: string, server = serverUrl()): Promise<Model | undefined> {
  const models = await queryClient.fetchQuery({ ...modelsQuery(server), staleTime: 0 });
  return models.find((model) => sameModel(model.name, name));
}

/** Gives a model a further name. Overwrites what stands there. Never rejects. */
export async function copyModel(from: string, to: string, server = serverUrl()): Promise<CopyResult> {
  const result = await copied(from, to, server);
  if (result.status !== "done") return result;
  await invalidateModels(server);
  notify({ text: "actions.copied", values: { name: to } });
  return result;
}

export type RenameOptions = {
  /** Whether conversations that are set to the old name are set to the new one. */
  readonly movesConversations: boolean;
  /** Whether another model stands under the new name, and is overwritten. */
  readonly replaces: boolean;
};

/**
 * Gives a model another name: a copy, and then the old name deleted. The copy is taken back where the server refuses that, unless it
 * replaced another model, which nothing brings back. Never rejects.
 */
export async function renameModel(
  from: string,
  to: string,
  options: RenameOptions,
  server = serverUrl(),
): Promise<CopyResult> {
  const copy = await copied(from, to, server);
  if (copy.status !== "done") return copy;
  const result = await dropOldName(from, to, options.replaces, server);
  if (result.status === "done") {
    follow(from, to, options.movesConversations, server);
    notify({ text: "actions.renamed", values: { from, to } });
  }
  await invalidateModels(server);
  return result;
}

async function copied(from: string, to: string, server: string): Promise<CopyResult> {
  const error = await failureOf(askToCopy(server, from, to));
  if (!error) return { status: "done" };
  const failed = { status: "failed", step: "copy", error } as const;
  if (error.kind === "http") return failed;
  // Where no answer came it may be copied all the same: a copy has the digest of what it is copied from.
  const models = await installed(server);
  if (!models) return { status: "unsure", error };
  const digestOf = (name: string) => models.find((model) => sameModel(model.name, name))?.digest;
  return digestOf(to) && digestOf(to) === digestOf(from) ? { status: "done" } : failed;
}

async function dropOldName(from: string, to: string, replaces: boolean, server: string): Promise<CopyResult> {
  const error = await failureOf(deleteModel(server, from));
  if (!error || isMissing(error)) return { status: "done" };
  // Where no answer came it may be deleted all the same: then the copy is all there is, and must stay.
  const models = await installed(server);
  if (models && !models.some((model) => sameModel(model.name, from))) return { status: "done" };
  if (!models || error.kind !== "http" || replaces) return { status: "both", error };
  const notUndone = await failureOf(deleteModel(server, to));
  return notUndone && !isMissing(notUndone)
    ? { status: "both", error }
    : { status: "failed", step: "delete", error };
}

/** `undefined` where the server does not say. */
async function installed(server: string): Promise<readonly Model[] | undefined> {
  return fetchModels(server).catch(() => undefined);
}

/** What names a model of the server here follows it to its new name. */
function follow(from: string, to: string, movesConversations: boolean, server: string): void {
  const { pinnedModels, hiddenModels, lastModel, lastServer } = useSettings.getState();
  if (pinnedModels.includes(from)) setPinned([to], true);
  if (hiddenModels.includes(from)) setHidden([to], true);
  setPinned([from], false);
  setHidden([from], false);
  const isMeant = (name: string, at: string | undefined) =>
    sameModel(name, from) && (!at || at === server || at === byRule);
  if (lastModel && isMeant(lastModel, lastServer)) changeSettings({ lastModel: to });
  const next = useNewChat.getState();
  if (next.model && isMeant(next.model, next.server)) useNewChat.setState({ model: to });
  if (!movesConversations) return;
  const ids: readonly ConversationId[] = conversationsWith(
    useConversations.getState().list,
    from,
    server,
  ).map(({ id }) => id);
  for (const id of ids) updateConversation(id, { model: to });
}

async function failureOf(request: Promise<void>): Promise<OllamaError | undefined> {
  try {
    await request;
    return undefined;
  } catch (error) {
    return errorOf(error);
  }
}

function isMissing(error: OllamaError): boolean {
  return error.kind === "http" && error.status === 404;
}
