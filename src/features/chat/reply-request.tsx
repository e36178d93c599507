import type { ConversationId, Reply } from "#src/core/conversation/message.ts";
import { exchangeOfReply } from "#src/core/requests/exchange-of-reply.ts";
import { useConversations } from "#src/state/conversations.ts";
import { useRequests } from "#src/state/requests.ts";
import { openExchange } from "#src/state/requests-view.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** A failed reply's way to its request in the inspector, where that was recorded. */
export function ShowRequest({ conversationId, reply }: { conversationId: ConversationId; reply: Reply }) {
  const t = useT();
  const question = useConversations(({ trees }) =>
    reply.parentId === null ? undefined : trees.get(conversationId)?.get(reply.parentId)?.content,
  );
  const id = useRequests(({ exchanges, since }) =>
    question === undefined || since === undefined
      ? undefined
      : exchangeOfReply(exchanges, reply, question, since)?.id,
  );
  if (id === undefined) return null;
  function show() {
    openExchange(id);
    location.hash = "#/requests";
  }
  return <Button onClick={show}>{t("requests.show")}</Button>;
}
