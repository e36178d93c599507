import { render, renderToString } from "katex";
import "katex/dist/katex.min.css";

/** Longer formulas stay as they were written: drawing one is not divided into steps. */
const longest = 20_000;

const options = {
  output: "htmlAndMathml",
  throwOnError: true,
  trust: false,
  strict: "ignore",
  maxExpand: 500,
  maxSize: 20,
  errorColor: "currentcolor",
} as const;

/**
 * Draws `tex` into `host`, node by node: the page's policy forbids styles that are parsed from text. Returns what is
 * wrong with `tex`, and then leaves `host` empty.
 */
export function drawFormula(host: HTMLElement, tex: string, isDisplay: boolean): string | undefined {
  if (tex.length > longest) return `> ${longest}`;
  try {
    render(tex, host, { ...options, displayMode: isDisplay });
    return undefined;
  } catch (error) {
    host.replaceChildren();
    return error instanceof Error ? error.message : String(error);
  }
}

/** `tex` as a `math` element in text form, for documents elsewhere; undefined where it is not a formula. */
export function mathmlOf(tex: string, isDisplay: boolean): string | undefined {
  if (tex.length > longest) return undefined;
  try {
    const text = renderToString(tex, { ...options, output: "mathml", displayMode: isDisplay });
    return /<math[\s\S]*<\/math>/.exec(text)?.[0];
  } catch {
    return undefined;
  }
}
