import {
  Check,
  ChevronLeft,
  ChevronRight,
  Copy,
  GitFork,
  Pencil,
  RefreshCw,
  StepForward,
  Trash2,
} from "lucide-react";
import { memo, useState } from "react";
import {
  type ConversationId,
  isReply,
  type Message,
  type MessageId,
  type Reply,
} from "#src/core/conversation/message.ts";
import { deleteBranch } from "#src/state/conversations.ts";
import { forkAt, showVersion } from "#src/state/branches.ts";
import { notify } from "#src/state/notices.ts";
import { runView, useRuns } from "#src/state/run-view.ts";
import { continueReply, regenerate } from "#src/state/runs.ts";
import { IconButton } from "#src/ui/button.tsx";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";
import { usePainted } from "#src/ui/use-painted.ts";
import { CopyMenu } from "./copy-menu.tsx";
import { SourceToggle, type SourceToggleProps } from "./message-source.tsx";

export type MessageActionsProps = {
  conversationId: ConversationId;
  message: Message;
  siblings: string;
  onForked: (id: ConversationId) => void;
  onEdit?: () => void;
  /** Of what can be shown as it was written. */
  isSourceShown?: boolean;
  onSource?: SourceToggleProps["onChange"];
};

/** What can be done with a message, in a row of its own below it. */
export const MessageActions = memo(function MessageActions(props: MessageActionsProps) {
  const hasRun = useRuns((state) => state.runs.has(props.conversationId));
  // A drawing more would keep the first words of a reply waiting.
  const isPainted = usePainted(!hasRun);
  return (
    <div className="-ms-2 flex min-h-9 flex-wrap items-center gap-0.5 pointer-coarse:min-h-11">
      <Versions {...props} />
      {isPainted ? <ActionButtons {...props} hasRun={hasRun} /> : null}
    </div>
  );
});

/** There at all times, seen on hover and focus: so the text that they belong to does not wait for them. */
function ActionButtons({
  conversationId,
  message,
  onForked,
  onEdit,
  isSourceShown = false,
  onSource,
  hasRun,
}: MessageActionsProps & { hasRun: boolean }) {
  const t = useT();
  return (
    <div className="flex flex-wrap items-center gap-0.5 opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:opacity-100">
      <CopyAction conversationId={conversationId} message={message} />
      {isReply(message) ? <CopyMenu text={() => newestText(conversationId, message)} /> : null}
      {onSource ? <SourceToggle isShown={isSourceShown} onChange={onSource} /> : null}
      {onEdit ? (
        <IconButton label={t("chat.edit")} disabled={hasRun} onClick={onEdit}>
          <Pencil aria-hidden />
        </IconButton>
      ) : null}
      {isReply(message) ? (
        <>
          <IconButton
            label={t("chat.regenerate")}
            disabled={hasRun}
            onClick={() => void regenerate(conversationId, message)}
          >
            <RefreshCw aria-hidden />
          </IconButton>
          {canContinue(message) ? (
            <IconButton
              label={t("chat.continue")}
              disabled={hasRun}
              onClick={() => void continueReply(conversationId, message)}
            >
              <StepForward aria-hidden />
            </IconButton>
          ) : null}
        </>
      ) : null}
      <IconButton
        label={t("chat.fork")}
        onClick={() => void forkAt(conversationId, message.id).then(onForked)}
      >
        <GitFork aria-hidden />
      </IconButton>
      <IconButton
        label={t("chat.delete")}
        disabled={hasRun}
        onClick={() => void remove(conversationId, message)}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  );
}

/** Replies that broke or reached a limit offer to go on where they say so; this is for the others. */
function canContinue(reply: Reply): boolean {
  if (reply.content === "") return false;
  return reply.status === "stopped" || (reply.status === "done" && reply.finishReason !== "length");
}

async function remove(conversationId: ConversationId, message: Message) {
  const undo = await deleteBranch(conversationId, message);
  notify({ text: "chat.deleted", action: { label: "chat.undo", run: undo } });
}

/** A growing reply is newer in its run than in the tree. */
function newestText(conversationId: ConversationId, message: Message): string {
  const reply = runView(conversationId)?.reply;
  return reply?.id === message.id ? reply.content : message.content;
}

function CopyAction({ conversationId, message }: Pick<MessageActionsProps, "conversationId" | "message">) {
  const t = useT();
  const [isCopied, setIsCopied] = useState(false);
  async function copy() {
    if (!(await copyText(newestText(conversationId, message)))) {
      notify({ text: "chat.copyFailed" });
      return;
    }
    setIsCopied(true);
    setTimeout(() => setIsCopied(false), 1500);
  }
  return (
    <IconButton label={isCopied ? t("chat.copied") : t("chat.copy")} onClick={() => void copy()}>
      {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
    </IconButton>
  );
}

function Versions({
  conversationId,
  message,
  siblings,
}: Pick<MessageActionsProps, "conversationId" | "message" | "siblings">) {
  const t = useT();
  const ids = siblings.split(" ") as MessageId[];
  const at = ids.indexOf(message.id);
  if (ids.length < 2) return null;
  const go = (id: MessageId | undefined) => id && showVersion(conversationId, id);
  return (
    <div data-part="versions" className="me-1 flex items-center">
      <IconButton label={t("chat.previousVersion")} disabled={at === 0} onClick={() => go(ids[at - 1])}>
        <ChevronLeft aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
      <span className="facts">{`${at + 1} / ${ids.length}`}</span>
      <IconButton
        label={t("chat.nextVersion")}
        disabled={at === ids.length - 1}
        onClick={() => go(ids[at + 1])}
      >
        <ChevronRight aria-hidden className="rtl:-scale-x-100" />
      </IconButton>
    </div>
  );
}
