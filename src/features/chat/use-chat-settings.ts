import { useQuery } from "@tanstack/react-query";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { type ChatSettings, useNewChat } from "#src/state/chat-settings.ts";
import { chooseModel } from "#src/state/choose-model.ts";
import { useConfig } from "#src/state/config.ts";
import { useConversations } from "#src/state/conversations.ts";
import { modelsQuery, runningQuery } from "#src/state/models.ts";
import { useSettings } from "#src/state/settings.ts";
import { useAskedServer } from "./use-asked-server.ts";

/** What this conversation's runs are made with; where none was chosen, the model is the one that would be taken. */
export function useChatSettings(id: ConversationId | null): ChatSettings {
  const own = useConversations((state) => (id ? state.list.get(id) : undefined));
  const coming = useNewChat();
  const settings = own ?? coming;
  const standard = useStandardModel();
  return settings.model ? settings : { ...settings, ...standard };
}

/** The server that this conversation's model is asked on. */
export function useServerOf(id: ConversationId | null): string {
  const { model, server } = useChatSettings(id);
  return useAskedServer(server, model);
}

function useStandardModel(): Pick<ChatSettings, "model" | "server"> {
  const lastModel = useSettings((state) => state.lastModel);
  const lastServer = useSettings((state) => state.lastServer) || undefined;
  const server = useAskedServer(lastServer, lastModel);
  const defaultModel = useConfig((state) => state.config.defaultModel);
  const { data: models } = useQuery(modelsQuery(server));
  const { data: running } = useQuery(runningQuery(server));
  return {
    model: chooseModel({ models: models ?? [], running: running ?? [], lastModel, defaultModel }),
    server: lastServer,
  };
}
