import type { ConversationId, Reply } from "#src/core/conversation/message.ts";
import { useRuns } from "#src/state/run-view.ts";
import { continueReply, regenerate } from "#src/state/runs.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { failureText } from "./failure-text.ts";

export type FailureViewProps = {
  conversationId: ConversationId;
  reply: Reply;
  onPull: (model: string) => void;
};

/** Why a reply is not whole, where it happened: the cause, the next step, and what can be done from here. */
export function FailureView({ conversationId, reply, onPull }: FailureViewProps) {
  const t = useT();
  const locale = useLocale();
  const hasRun = useRuns((state) => state.runs.has(conversationId));
  if (!reply.error) return null;
  const failure = failureText(reply.error, reply, t, locale, window.location.origin);
  return (
    <div className="mt-2">
      <Alert
        title={failure.cause}
        {...(failure.details ? { details: { label: t("errors.details"), text: failure.details } } : {})}
        actions={
          <>
            {failure.canPull ? (
              <Button look="primary" onClick={() => onPull(reply.model)}>
                {t("chat.pullIt", { model: reply.model })}
              </Button>
            ) : null}
            {failure.signinUrl ? (
              <a
                href={failure.signinUrl}
                target="_blank"
                rel="noopener noreferrer"
                className="inline-flex min-h-8 items-center rounded-control border border-line bg-raised px-3 font-medium"
              >
                {t("errors.signIn")}
              </a>
            ) : null}
            <Button disabled={hasRun} onClick={() => void regenerate(conversationId, reply)}>
              {t("chat.retry")}
            </Button>
            {reply.content ? (
              <Button disabled={hasRun} onClick={() => void continueReply(conversationId, reply)}>
                {t("chat.continue")}
              </Button>
            ) : null}
          </>
        }
      >
        {failure.next}
      </Alert>
    </div>
  );
}
