import { useLayoutEffect } from "react";
import type { ConversationId, MessageId } from "#src/core/conversation/message.ts";
import { nearEnd } from "#src/core/reading/scroll.ts";
import { keepReadingPlace, type ReadingPlace, readingPlace } from "#src/state/reading-places.ts";
import { firstInView } from "./transcript-anchor.ts";
import { type Asked, findMessage, type Scroll, topGap } from "./use-scroll.ts";

/** Frames to wait for what is drawn only now that someone is near. */
const patience = 30;

/** The message that the reader of a conversation comes back to, where it is not the end. */
export const messageToReturnTo = (id: ConversationId): string | undefined => readingPlace(id)?.message;

/** Brings a conversation back to where it was read, and notes that place when it is left. */
export function useReadingPlace(
  id: ConversationId,
  asked: Asked | undefined,
  { box, content, scroller }: Scroll,
): void {
  useLayoutEffect(() => {
    const [view, text] = [box.current, content.current];
    if (!view || !text) return undefined;
    let frame = 0;
    function goTo(place: ReadingPlace, framesLeft: number, reached = -1) {
      const message = findMessage(text, place.message as MessageId);
      if (!message) return;
      const { part, steps } = partOn(place.way, message);
      const isThere = steps === place.way.length;
      if (steps > reached) scroller.current?.jump(part, isThere ? place.below : topGap);
      if (!isThere && framesLeft > 0) frame = requestAnimationFrame(() => goTo(place, framesLeft - 1, steps));
    }
    const before = readingPlace(id);
    // A question that was asked since then, before this was drawn, is what the reader wants to see.
    const isPast = before && asked && asked.at > before.at && asked.isOwn();
    if (before && !isPast) goTo(before, patience);
    function keep(): void {
      if (!view || !text) return;
      const isAway = text.offsetHeight - view.clientHeight - view.scrollTop > nearEnd;
      keepReadingPlace(id, isAway ? placeIn(view, text) : undefined);
    }
    addEventListener("pagehide", keep);
    return () => {
      removeEventListener("pagehide", keep);
      cancelAnimationFrame(frame);
      keep();
    };
    // Later questions move the reader as they are asked.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, box, content, scroller]);
}

function placeIn(view: Element, text: Element): ReadingPlace | undefined {
  const top = view.getBoundingClientRect().top;
  const marked = firstInView(text, top)[0]?.element;
  // Between two groups of messages, and above the first, it is a whole group that begins in view.
  const first = marked?.closest("[data-message]") ? marked : marked?.querySelector("[data-message]");
  const message = first?.closest<HTMLElement>("[data-message]");
  const id = message?.dataset["message"];
  if (!first || !message || id === undefined) return undefined;
  const way: number[] = [];
  for (let at: Element = first; at !== message && at.parentElement; at = at.parentElement)
    way.unshift([...at.parentElement.children].indexOf(at));
  return { message: id, way, below: first.getBoundingClientRect().top - top, at: Date.now() };
}

/** The part that is reached on the way, and after how many steps: not all of it may be drawn so far, or it is folded now. */
function partOn(way: readonly number[], message: Element): { part: Element; steps: number } {
  let part = message;
  for (const [steps, index] of way.entries()) {
    const next = part.children[index];
    if (!next?.checkVisibility()) return { part, steps };
    part = next;
  }
  return { part, steps: way.length };
}
