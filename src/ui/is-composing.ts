/** Whether a key belongs to what composes the text (Chinese, Japanese …): then it sends, ends and gives up nothing. */
export function isComposing(event: KeyboardEvent): boolean {
  // 229: the key that ends a composition in Safari, which says so after isComposing has become false.
  return event.isComposing || event.keyCode === 229;
}
