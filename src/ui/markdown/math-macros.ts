import { renderToString } from "katex";

/** As much as macros may write in one formula. KaTeX counts their uses alone, and each may write thousands of signs. */
const most = 10_000;

interface MacroExpander {
  written?: number;
  /** Puts what the next macro stands for in its place, and tells how long that is. */
  expandOnce(expandableOnly?: boolean): number | false;
}

function limit(expander: MacroExpander): void {
  const { expandOnce } = expander;
  expander.expandOnce = function expandAndCount(expandableOnly) {
    const length = expandOnce.call(this, expandableOnly);
    this.written = (this.written ?? 0) + Number(length);
    if (this.written > most) throw new Error(`\\def > ${most}`);
    return length;
  };
}

/** Has KaTeX give up formulas whose macros write too much. Its class for that is not exported, but a macro gets to see it. */
export function limitMacros(): void {
  const macro = (expander: object) => {
    limit(Object.getPrototypeOf(expander) as MacroExpander);
    return "";
  };
  renderToString("\\first", { macros: { "\\first": macro } });
}
