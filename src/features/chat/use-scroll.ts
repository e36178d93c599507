import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { MessageId } from "#src/core/conversation/message.ts";
import { createScroller, type Scroller, type ScrollView } from "./transcript-scroller.ts";

export type Asked = {
  readonly reply: MessageId;
  readonly question: MessageId | undefined;
  /** In milliseconds since 1970. */
  readonly at: number;
  /** Whether the reply goes on from the end of another, so that its new words come there. */
  readonly goesOn: boolean;
  /** Whether this tab asked: what another one does moves nobody who reads here. */
  readonly isOwn: () => boolean;
};

export type ScrollOptions = {
  /** The reply that is being made at the end of the branch. */
  readonly asked: Asked | undefined;
  readonly keeps: "end" | "question";
};

/** The scroller of a transcript: follows the end, holds a new question, or keeps what is read where it is. */
export function useScroll({ asked, keeps }: ScrollOptions) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const scroller = useRef<Scroller>(undefined);
  const [view, setView] = useState<ScrollView>({ isAway: false, hasNews: false });
  const reply = asked?.reply;
  const question = asked?.question;

  useLayoutEffect(() => {
    if (!box.current || !frame.current || !content.current) return undefined;
    const parts = { box: box.current, frame: frame.current, content: content.current };
    const made = createScroller(parts, setView);
    scroller.current = made;
    return () => made.stop();
  }, []);

  // Before the new question is laid out, so that the first layout already puts it where it belongs.
  useLayoutEffect(() => {
    scroller.current?.setWriting(reply !== undefined);
    if (reply === undefined || !asked?.isOwn()) return;
    scroller.current?.ask(keeps, () => (question ? findMessage(content.current, question) : null));
    // A change of the setting alone asks nothing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [reply, question]);

  /** Brings a message on screen, with its top in view. */
  const jumpTo = useCallback((id: MessageId) => {
    const element = findMessage(content.current, id);
    if (element) scroller.current?.jump(element, topGap);
  }, []);
  /** What the tools of the transcript work on, once it is drawn. */
  const parts = useCallback(() => {
    if (!box.current || !content.current || !scroller.current) return undefined;
    return { box: box.current, content: content.current, scroller: scroller.current };
  }, []);
  return { box, frame, content, scroller, view, jumpTo, parts };
}

/** Room above a message that one went to. */
export const topGap = 8;

export type Scroll = ReturnType<typeof useScroll>;

/** The `id` of the part of the transcript that holds a message: a selector would look through all that stands before it. */
export const elementIdOf = (id: MessageId): string => `message-${id}`;

/** The part of the transcript that holds a message. */
export function findMessage(content: Element | null, id: MessageId): HTMLElement | null {
  const found = document.getElementById(elementIdOf(id));
  return found && content?.contains(found) ? found : null;
}
