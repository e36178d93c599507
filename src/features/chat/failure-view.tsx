import type { ConversationId, Reply } from "#src/core/conversation/message.ts";
import { causeOf } from "#src/core/errors.ts";
import { speaksOpenAi } from "#src/state/abilities.ts";
import { useRuns } from "#src/state/run-view.ts";
import { continueReply, regenerate } from "#src/state/runs.ts";
import { useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { AskInstead, ShowRequest } from "./load-reply-server.ts";
import { RequestFailure } from "#src/ui/request-failure.tsx";

export type FailureViewProps = {
  conversationId: ConversationId;
  reply: Reply;
  onPull: (model: string) => void;
};

/** Why a reply is not whole, where it happened: the cause, the next step, and what can be done from here. */
export function FailureView({ conversationId, reply, onPull }: FailureViewProps) {
  const t = useT();
  const hasRun = useRuns((state) => state.runs.has(conversationId));
  // Pulls go to the server in use.
  const isInUse = useServer(({ url }) => url === (reply.server ?? url));
  if (!reply.error) return null;
  return (
    <div className="mt-2">
      <RequestFailure
        error={reply.error}
        asked={reply}
        actions={
          <>
            {isInUse && causeOf(reply.error) === "model-gone" && !speaksOpenAi(reply.server ?? "") ? (
              <Button look="primary" onClick={() => onPull(reply.model)}>
                {t("chat.pullIt", { model: reply.model })}
              </Button>
            ) : null}
            <Button disabled={hasRun} onClick={() => void regenerate(conversationId, reply)}>
              {t("chat.retry")}
            </Button>
            <AskInstead conversationId={conversationId} reply={reply} />
            <ShowRequest conversationId={conversationId} reply={reply} />
            {reply.content ? (
              <Button disabled={hasRun} onClick={() => void continueReply(conversationId, reply)}>
                {t("chat.continue")}
              </Button>
            ) : null}
          </>
        }
      />
    </div>
  );
}
