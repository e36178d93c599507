/**
 * Calls `onOpened` where a press in a message made the content longer: a part was unfolded, or shows something else;
 * where it made it shorter, `onFolded` with what was pressed and where that stood.
 */
export function listenToPresses(
  content: HTMLElement,
  onOpened: (message: Element) => void,
  onFolded: (control: Element, at: number) => void,
): () => void {
  const ended = new AbortController();
  let pressed: Element | null | undefined;
  let control: Element | null | undefined;
  let before = 0;
  let at = 0;
  content.addEventListener(
    "click",
    ({ target }) => {
      pressed = target instanceof Element ? target.closest("[data-message]") : null;
      control = target instanceof Element ? target.closest("button") : null;
      before = content.offsetHeight;
      at = control?.getBoundingClientRect().top ?? 0;
    },
    { capture: true, signal: ended.signal },
  );
  // Here React has drawn what the press changes. Another version is another message, whose end is followed.
  document.addEventListener(
    "click",
    () => {
      if (pressed?.isConnected && content.offsetHeight > before) onOpened(pressed);
      else if (control?.isConnected && content.offsetHeight < before) onFolded(control, at);
      pressed = undefined;
    },
    { signal: ended.signal },
  );
  return () => ended.abort();
}
