import {
  type FocusEvent,
  memo,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Message } from "#src/core/conversation/message.ts";
import { useDrawn } from "#src/ui/use-drawn.ts";
import type { MessageGroup as Group } from "./far-messages.ts";
import { focusArticle } from "./focus-article.ts";
import { elementIdOf } from "./use-scroll.ts";

type MessageGroupProps = {
  group: Group;
  /** Not drawn until someone comes near: a long conversation opens at its end. */
  startsFar: boolean;
  draw: (message: Message, isNear: boolean) => ReactNode;
};

/** Some neighbouring messages, which are laid out only while they are near what is seen. */
export const MessageGroup = memo(function MessageGroup({ group, startsFar, draw }: MessageGroupProps) {
  const element = useRef<HTMLDivElement>(null);
  const isNear = useDrawn(element, startsFar);
  const wasLaidOut = useWasLaidOut(startsFar);
  const noteFocus = useKeptFocus(element, isNear);
  return (
    <div
      ref={element}
      className="message-group"
      data-laid-out={wasLaidOut}
      onFocus={noteFocus}
      style={{ containIntrinsicBlockSize: `auto ${group.height}px` }}
    >
      {group.messages.map((message) => (
        <div key={message.id} id={elementIdOf(message.id)} data-message={message.id}>
          {draw(message, isNear)}
        </div>
      ))}
    </div>
  );
});

/** What opens on the screen is laid out whole at first: with heights that are only estimated its end would be missed. */
function useWasLaidOut(startsFar: boolean): boolean {
  const [wasLaidOut, setLaidOut] = useState(startsFar);
  useEffect(() => {
    if (wasLaidOut) return undefined;
    const timer = setTimeout(() => setLaidOut(true), 500);
    return () => clearTimeout(timer);
  }, [wasLaidOut]);
  return wasLaidOut;
}

/** Drawing a message makes its article anew: if that had the focus, the new one takes it. */
function useKeptFocus(group: RefObject<HTMLElement | null>, isNear: boolean) {
  const focused = useRef<string>(undefined);
  useLayoutEffect(() => {
    const id = focused.current;
    if (!isNear || id === undefined || document.activeElement !== document.body) return;
    focusArticle(group.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(id)}"] article`));
  }, [group, isNear]);
  return ({ target }: FocusEvent) => {
    if (!isNear) focused.current = target.closest<HTMLElement>("[data-message]")?.dataset["message"];
  };
}
