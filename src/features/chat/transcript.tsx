import { useMemo, useRef } from "react";
import {
  type ConversationId,
  isOpen,
  isReply,
  type Message,
  type MessageId,
} from "#src/core/conversation/message.ts";
import { type MessageTree, siblingsOf } from "#src/core/conversation/tree.ts";
import { runView } from "#src/state/run-view.ts";
import { useSettings } from "#src/state/settings.ts";
import { useT } from "#src/ui/i18n.tsx";
import { countFar, groupGap, groupOf, groupsOf, heightOf } from "./far-messages.ts";
import { farMessage } from "./far-message.tsx";
import { MessageGroup } from "./message-group.tsx";
import { messageNames, MessageView } from "./message-view.tsx";
import { ToEnd } from "./transcript-to-end.tsx";
import { TranscriptTools } from "./transcript-tools.tsx";
import { useFirstGroup } from "./use-first-group.ts";
import { useFocusHeir } from "./use-focus-heir.ts";
import { messageToReturnTo, useReadingPlace } from "./use-reading-place.ts";
import { type Asked, useScroll } from "./use-scroll.ts";

/** What stands below a transcript takes at least so much of the window, in pixels. */
const composerHeight = 160;

export type TranscriptProps = {
  id: ConversationId;
  tree: MessageTree;
  /** The shown branch, root first. */
  path: readonly Message[];
  onPull: (model: string) => void;
  onForked: (id: ConversationId) => void;
};

export function Transcript({ id, tree, path, onPull, onForked }: TranscriptProps) {
  const t = useT();
  const keeps = useSettings((state) => state.growth);
  const asked = askedIn(id, path);
  const scroll = useScroll({ asked, keeps: asked?.goesOn ? "end" : keeps });
  const { box, frame, content, scroller, view } = scroll;
  const groups = useMemo(() => groupsOf(path), [path]);
  const farCount = countFar(groups, window.innerHeight - composerHeight);
  const space = useRef<HTMLDivElement>(null);
  const { first, drawAll } = useFirstGroup(farCount, space, () => groupOf(messageToReturnTo(id), groups));
  useReadingPlace(id, asked, scroll);
  useFocusHeir(box, path);
  const draw = useDrawMessage({ id, tree, path, onPull, onForked });

  return (
    <div className="@container relative flex min-h-0 flex-1 flex-col">
      <h2 className="sr-only">{t("chat.conversation")}</h2>
      <TranscriptTools path={path} scroll={scroll} drawAll={drawAll} />
      <div
        ref={box}
        role="log"
        aria-label={t("chat.conversation")}
        aria-live="off"
        // A scroller has to be reachable by keyboard.
        tabIndex={0}
        className="min-h-0 flex-1 overflow-x-hidden overflow-y-auto overscroll-contain px-4 [overflow-anchor:none] [scrollbar-gutter:stable_both-edges]"
      >
        <div ref={frame}>
          <div
            ref={content}
            className="mx-auto flex max-w-(--measure) flex-col pt-6 pb-4"
            style={{ gap: groupGap }}
          >
            {first > 0 ? <div ref={space} style={{ height: heightOf(groups.slice(0, first)) }} /> : null}
            {groups.map((group, index) =>
              index < first ? null : (
                // A group has no name but its place, and a path only grows at its end.
                // oxlint-disable-next-line react/no-array-index-key
                <MessageGroup key={index} group={group} startsFar={index < farCount} draw={draw} />
              ),
            )}
          </div>
        </div>
      </div>
      {view.isAway ? (
        <ToEnd log={box} hasNews={view.hasNews} onClick={() => scroller.current?.toEnd()} />
      ) : null}
    </div>
  );
}

/** Draws a message of the branch, whole or as what is far; the same function while nothing of the branch changes. */
function useDrawMessage({ id, tree, path, onPull, onForked }: TranscriptProps) {
  const t = useT();
  return useMemo(() => {
    const unseen = unseenOf(path);
    return (message: Message, isNear: boolean) =>
      isNear ? (
        <MessageView
          conversationId={id}
          message={message}
          siblings={siblingIds(tree, message)}
          unseen={unseen.get(message.id)}
          onPull={onPull}
          onForked={onForked}
        />
      ) : (
        farMessage(message, t(messageNames[message.role]))
      );
  }, [t, id, tree, path, onPull, onForked]);
}

/** The reply that is being made at the end of a branch, with its question. */
function askedIn(id: ConversationId, path: readonly Message[]): Asked | undefined {
  const reply = path.at(-1);
  if (!reply || !isReply(reply) || !isOpen(reply)) return undefined;
  return {
    reply: reply.id,
    at: reply.createdAt,
    goesOn: reply.continuedFrom !== undefined,
    question: path.findLast(({ role }) => role === "user")?.id,
    isOwn: () => runView(id)?.reply.id === reply.id,
  };
}

/** The ids as one string, so that a message whose versions did not change is not drawn again. */
function siblingIds(tree: MessageTree, message: Message): string {
  return siblingsOf(tree, message)
    .map((sibling) => sibling.id)
    .join(" ");
}

/** What the newest reply that knows says the model did not see. */
function unseenOf(path: readonly Message[]): ReadonlyMap<MessageId, "told" | "estimated"> {
  const reply = path.findLast((message) => isReply(message) && message.context !== undefined);
  const context = reply && isReply(reply) ? reply.context : undefined;
  return new Map(context?.unseen?.map((id) => [id, context.isEstimate ? "estimated" : "told"]));
}
