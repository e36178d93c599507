const formulaAt = (node: Node): Element | null | undefined =>
  (node instanceof Element ? node : node.parentElement)?.closest(".katex");

/** A formula of a copied part as TeX: what is drawn stands there twice, once for screen readers. */
function replaceByTex(formula: Element): void {
  const tex = formula.querySelector("annotation")?.textContent ?? "";
  const display = formula.closest(".katex-display");
  (display ?? formula).replaceWith(display ? `$$${tex}$$` : `$${tex}$`);
}

/** As text a selection has the lines that it has on the page, so it is laid out for a moment, unseen. */
function readAsText(part: DocumentFragment): { text: string; html: string } {
  const host = document.createElement("div");
  host.className = "markdown markdown-copied";
  host.append(part);
  document.body.append(host);
  try {
    return { text: host.innerText, html: host.innerHTML };
  } finally {
    host.remove();
  }
}

/** Copies a selection with formulas with their TeX. All other selections are the browser's own. */
export function copyWithTex(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData || event.defaultPrevented) return;
  const range = selection.getRangeAt(0).cloneRange();
  const [first, last] = [formulaAt(range.startContainer), formulaAt(range.endContainer)];
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const part = range.cloneContents();
  const formulas = part.querySelectorAll(".katex");
  if (formulas.length === 0) return;
  for (const formula of formulas) replaceByTex(formula);
  const { text, html } = readAsText(part);
  event.clipboardData.setData("text/plain", text);
  event.clipboardData.setData("text/html", html);
  event.preventDefault();
}
