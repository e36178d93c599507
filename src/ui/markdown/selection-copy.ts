const elementAt = (node: Node): Element | null => (node instanceof Element ? node : node.parentElement);
const formulaAt = (node: Node): Element | null | undefined => elementAt(node)?.closest(".katex");

/** A formula of a copied part as TeX: what is drawn stands there twice, once for screen readers. */
function replaceByTex(formula: Element): void {
  const tex = formula.querySelector("annotation")?.textContent ?? "";
  const display = formula.closest(".katex-display");
  (display ?? formula).replaceWith(display ? `$$${tex}$$` : `$${tex}$`);
}

/** What is selected, for which rows and cells stay in a table of their own. */
function contentsOf(range: Range): DocumentFragment {
  const part = range.cloneContents();
  const around = elementAt(range.commonAncestorContainer);
  const table = around?.matches("table, thead, tbody, tr") ? around.closest("table") : undefined;
  if (!table) return part;
  const shell = document.importNode(table);
  shell.append(part);
  const whole = new DocumentFragment();
  whole.append(shell);
  return whole;
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

/**
 * Copies a selection with formulas with their TeX, and one with long tables, which are laid out as blocks, with their rows.
 * All other selections are the browser's own.
 */
export function copyAsRead(event: ClipboardEvent): void {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || !event.clipboardData || event.defaultPrevented) return;
  const range = selection.getRangeAt(0).cloneRange();
  const [first, last] = [formulaAt(range.startContainer), formulaAt(range.endContainer)];
  if (first) range.setStartBefore(first);
  if (last) range.setEndAfter(last);
  const part = contentsOf(range);
  const formulas = part.querySelectorAll(".katex");
  const tables = part.querySelectorAll<HTMLElement>("table[data-fixed]");
  if (formulas.length === 0 && tables.length === 0) return;
  for (const formula of formulas) replaceByTex(formula);
  for (const table of tables) delete table.dataset["fixed"];
  for (const control of part.querySelectorAll(".markdown-control")) control.remove();
  const { text, html } = readAsText(part);
  event.clipboardData.setData("text/plain", text);
  event.clipboardData.setData("text/html", html);
  event.preventDefault();
}
