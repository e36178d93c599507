import { Cloud } from "lucide-react";
import { memo, type ReactNode, useState } from "react";
import { type ConversationId, isOpen, oddEnding, type Reply } from "#src/core/conversation/message.ts";
import { isRemote } from "#src/core/models/model.ts";
import { type Run, useRuns } from "#src/state/run-view.ts";
import { continueReply } from "#src/state/runs.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { Markdown } from "#src/ui/markdown/markdown.tsx";
import { createMarkdownReader } from "#src/ui/markdown/markdown-reader.ts";
import { FailureView } from "./failure-view.tsx";
import { formatClock } from "#src/ui/figures.ts";
import { MessageActions } from "./message-actions.tsx";
import { MessageSource } from "./message-source.tsx";
import { ReasoningView } from "./reasoning-view.tsx";
import { ReplyFacts } from "./reply-facts.tsx";
import { ReplyServer } from "./load-reply-server.ts";
import { TruthLine } from "./truth-line.tsx";
import { useGrowingText } from "./use-growing-text.ts";
import { useReply } from "./use-reply.ts";

export type ReplyViewProps = {
  conversationId: ConversationId;
  message: Reply;
  siblings: string;
  label: string;
  mark: ReactNode;
  onPull: (model: string) => void;
  onForked: (id: ConversationId) => void;
};

/** One reply: its run's version while it has a run in this tab, else what is kept. A token draws its text alone again. */
export function ReplyView({
  conversationId,
  message,
  siblings,
  label,
  mark,
  onPull,
  onForked,
}: ReplyViewProps) {
  const run = useRuns((state) => {
    const found = state.runs.get(conversationId);
    return found?.replyId === message.id ? found : undefined;
  });
  const status = useReply(run, message, (reply) => reply.status);
  const ended = useReply(run, message, (reply) => (isOpen(reply) ? undefined : reply));
  const [isSource, setSource] = useState(false);
  const t = useT();
  return (
    <article
      aria-label={label}
      data-status={status}
      aria-busy={status === "streaming"}
      className="group/message"
    >
      {mark}
      <ReplyHead reply={message} run={run} />
      <ReasoningView run={run} message={message} />
      <ReplyText run={run} message={message} isGrowing={!ended} isSource={isSource} />
      {run ? <TruthLine run={run} /> : null}
      {!ended && !run ? <p className="facts flex h-9 items-center">{t("chat.elsewhere")}</p> : null}
      {ended ? <ReplyEnd conversationId={conversationId} reply={ended} onPull={onPull} /> : null}
      <MessageActions
        conversationId={conversationId}
        message={message}
        siblings={siblings}
        onForked={onForked}
        isSourceShown={isSource}
        onSource={setSource}
      />
    </article>
  );
}

type ReplyTextProps = { run: Run | undefined; message: Reply; isGrowing: boolean; isSource: boolean };

/** The one part that each token draws again. */
function ReplyText({ run, message, isGrowing, isSource }: ReplyTextProps) {
  const [read] = useState(createMarkdownReader);
  const text = useGrowingText(run, message, read);
  return (
    <div data-part="body" className="min-h-0">
      {isSource ? (
        <MessageSource text={text} />
      ) : (
        <Markdown text={text} isStreaming={isGrowing} read={read} />
      )}
    </div>
  );
}

type ReplyEndProps = { conversationId: ConversationId; reply: Reply; onPull: (model: string) => void };

/** What is said below a reply that is written no more. */
function ReplyEnd({ conversationId, reply, onPull }: ReplyEndProps) {
  const t = useT();
  const ending = oddEnding(reply);
  return (
    <>
      {reply.error ? <FailureView conversationId={conversationId} reply={reply} onPull={onPull} /> : null}
      {ending === "length" ? <LengthNote conversationId={conversationId} reply={reply} /> : null}
      <ReplyFacts reply={reply} />
      {ending === "empty" ? <p className="text-muted">{t("chat.emptyReply")}</p> : null}
    </>
  );
}

/** Of the stored reply, whose name and time do not change while it grows. */
const ReplyHead = memo(function ReplyHead({ reply, run }: { reply: Reply; run: Run | undefined }) {
  const t = useT();
  const locale = useLocale();
  const time = new Date(reply.createdAt);
  return (
    <p className="facts flex flex-wrap items-center gap-x-2 pb-1.5">
      <span className="font-medium">{reply.model}</span>
      {isRemote({ name: reply.model }) ? (
        <span className="flex items-center gap-1 text-warn">
          <Cloud aria-hidden className="size-3.5" />
          {t("chat.leaves")}
        </span>
      ) : null}
      <ReplyServer run={run} reply={reply} />
      <time dateTime={time.toISOString()}>{formatClock(time, locale)}</time>
    </p>
  );
});

function LengthNote({ conversationId, reply }: { conversationId: ConversationId; reply: Reply }) {
  const t = useT();
  return (
    <div className="mt-2 flex flex-wrap items-center gap-3 rounded-control border-s-2 border-s-warn bg-warn-soft px-3.5 py-2">
      <p className="min-w-0 flex-1">{t("chat.endedLength")}</p>
      {reply.content ? (
        <Button onClick={() => void continueReply(conversationId, reply)}>{t("chat.continue")}</Button>
      ) : null}
    </div>
  );
}
