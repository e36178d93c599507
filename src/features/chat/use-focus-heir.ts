import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { Message } from "#src/core/conversation/message.ts";
import { focusArticle } from "./focus-article.ts";

/** `label`: of a control that goes from version to version. */
type Holder = {
  readonly control: Element;
  readonly message: string;
  readonly label: string | null | undefined;
};

/**
 * Hands the focus on where its message goes, for another version or when it is deleted: to the message that stands there now, and
 * there to the way to further versions, if it came from that.
 */
export function useFocusHeir(box: RefObject<HTMLElement | null>, path: readonly Message[]): void {
  const holder = useRef<Holder>(undefined);
  const before = useRef(path);

  useEffect(() => {
    const log = box.current;
    const note = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const message = target.closest<HTMLElement>("[data-message]")?.dataset["message"];
      holder.current =
        log?.contains(target) && message !== undefined
          ? { control: target, message, label: target.closest("[data-part=versions] > button")?.ariaLabel }
          : undefined;
    };
    document.addEventListener("focusin", note);
    return () => document.removeEventListener("focusin", note);
  }, [box]);

  useLayoutEffect(() => {
    const place = before.current.findIndex(({ id }) => id === holder.current?.message);
    before.current = path;
    const gone = holder.current;
    if (!gone || place < 0 || gone.control.isConnected || document.activeElement !== document.body) return;
    const heir = path[Math.min(place, path.length - 1)];
    const message = heir && box.current?.querySelector(`[data-message="${CSS.escape(heir.id)}"]`);
    const same =
      gone.label && message?.querySelector<HTMLElement>(`[aria-label="${CSS.escape(gone.label)}"]:enabled`);
    if (same) same.focus({ preventScroll: true });
    else if (message) focusArticle(message.querySelector("article"));
    else box.current?.focus({ preventScroll: true });
  }, [box, path]);
}
