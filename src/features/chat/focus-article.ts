/** Gives a message the focus, and with it the keys that move from message to message, without moving anything. */
export function focusArticle(article: HTMLElement | null | undefined): void {
  if (!article) return;
  article.tabIndex = -1;
  article.focus({ preventScroll: true });
}
