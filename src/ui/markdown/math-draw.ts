import { __renderToDomTree, type KatexOptions, renderToString } from "katex";
import "katex/contrib/mhchem";
import "katex/dist/katex.min.css";
import { whenIdle } from "#src/ui/idle.ts";
import { limitMacros } from "./math-macros.ts";
import { copyAsRead } from "./selection-copy.ts";

/** What KaTeX makes a formula into before there are elements. */
interface TexPart {
  readonly attributes?: Record<string, string>;
  readonly children?: readonly TexPart[];
  toNode(): Node;
}

declare module "katex" {
  /** Exported for KaTeX's own tests, and not in its types. */
  // oxlint-disable-next-line no-shadow
  export function __renderToDomTree(tex: string, options: KatexOptions): TexPart;
}

const heldBack = "data-style";

/** Arrows and some delimiters have their width in a style attribute, which the page's policy does not let a script set. */
function holdStylesBack({ attributes, children = [] }: TexPart): void {
  if (attributes?.["style"] !== undefined) {
    attributes[heldBack] = attributes["style"];
    delete attributes["style"];
  }
  for (const child of children) holdStylesBack(child);
}

function setStyles(node: Element): void {
  for (const element of node.querySelectorAll<SVGElement>(`[${heldBack}]`)) {
    element.style.cssText = element.getAttribute(heldBack) ?? "";
    element.removeAttribute(heldBack);
  }
}

document.addEventListener("copy", copyAsRead);
limitMacros();

/** Longer formulas stay as they were written: drawing one is not divided into steps. */
const longest = 4000;

/** A deeper tree of elements is too deep for the browser's layout, which falls over it and takes the page with it. */
const deepest = 400;

function depthOf({ children = [] }: TexPart): number {
  return 1 + children.reduce((most, child) => Math.max(most, depthOf(child)), 0);
}

const options = {
  output: "htmlAndMathml",
  throwOnError: true,
  trust: false,
  strict: "ignore",
  maxExpand: 500,
  maxSize: 20,
  errorColor: "currentcolor",
} as const satisfies KatexOptions;

/** More signs, or room for them, between two places where a line may break can be wider than a phone, and scroll. */
const widest = 24;

function isWide(host: HTMLElement): boolean {
  return [...host.querySelectorAll(".katex-base")].some(
    (base) =>
      (base.textContent?.length ?? 0) + base.querySelectorAll(".arraycolsep, .mspace").length > widest,
  );
}

/**
 * Draws `tex` into `host`, node by node: the page's policy forbids styles that are parsed from text. Returns what is
 * wrong with `tex`, and then leaves `host` empty.
 */
function drawFormula(host: HTMLElement, tex: string, isDisplay: boolean): string | undefined {
  if (tex.length > longest) return `> ${longest}`;
  try {
    const tree = __renderToDomTree(tex, { ...options, displayMode: isDisplay });
    if (depthOf(tree) > deepest) throw new Error(`{ > ${deepest}`);
    holdStylesBack(tree);
    host.replaceChildren(tree.toNode());
    setStyles(host);
    host.toggleAttribute("data-wide", !isDisplay && isWide(host));
    return undefined;
  } catch (error) {
    host.replaceChildren();
    return error instanceof Error ? error.message : String(error);
  }
}

/** Milliseconds of one task that formulas may take; those that remain wait for idle moments. */
const share = 50;
let spent = 0;

function drawAndCount(host: HTMLElement, tex: string, isDisplay: boolean): string | undefined {
  if (spent === 0) setTimeout(() => (spent = 0));
  const begun = performance.now();
  const fault = drawFormula(host, tex, isDisplay);
  spent += performance.now() - begun;
  return fault;
}

/** What the formulas of one message may weigh together: a page that holds more of them is too large for the browser. */
const heaviest = 400_000;
/** What a formula weighs beside its TeX. */
const lightest = 30;
const weights = new WeakMap<Element, number>();

function weigh(message: Element, weight: number): number {
  const sum = (weights.get(message) ?? 0) + weight;
  weights.set(message, sum);
  return sum;
}

/**
 * Draws `tex` into `host` at once, or later where this task has drawn enough, and tells what is wrong with it. Formulas
 * that are too many for their message stay as they were written. Gives back how to take the drawing away.
 */
export function drawInTurn(
  host: HTMLElement,
  tex: string,
  isDisplay: boolean,
  onDrawn: (fault: string | undefined) => void,
): () => void {
  const message = host.closest(".markdown") ?? host;
  const weight = lightest + tex.length;
  const draw = () => onDrawn(drawAndCount(host, tex, isDisplay));
  let stop: (() => void) | undefined;
  if (weigh(message, weight) > heaviest) onDrawn(`> ${heaviest}`);
  else if (spent < share) draw();
  else stop = whenIdle(draw);
  return () => {
    stop?.();
    host.replaceChildren();
    weigh(message, -weight);
  };
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
