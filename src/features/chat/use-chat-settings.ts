import { useQuery } from "@tanstack/react-query";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { type ChatSettings, useNewChat } from "#src/state/chat-settings.ts";
import { chooseModel } from "#src/state/choose-model.ts";
import { useConfig } from "#src/state/config.ts";
import { useConversations } from "#src/state/conversations.ts";
import { modelsQuery, runningQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";
import { useSettings } from "#src/state/settings.ts";

/** What this conversation's runs are made with; where none was chosen, the model is the one that would be taken. */
export function useChatSettings(id: ConversationId | null): ChatSettings {
  const own = useConversations((state) => (id ? state.list.get(id) : undefined));
  const coming = useNewChat();
  const settings = own ?? coming;
  const standard = useStandardModel();
  return settings.model ? settings : { ...settings, model: standard };
}

function useStandardModel(): string {
  const server = useServer((state) => state.url);
  const lastModel = useSettings((state) => state.lastModel);
  const defaultModel = useConfig((state) => state.config.defaultModel);
  const { data: models } = useQuery(modelsQuery(server));
  const { data: running } = useQuery(runningQuery(server));
  return chooseModel({ models: models ?? [], running: running ?? [], lastModel, defaultModel });
}
