import type { StateBlock, StateInline } from "markdown-it";
import { isUnspaced, unspacedLetter } from "./flanking.ts";

const escapedOrDollars = /\\[^]|\$\$/g;
const escapedOrSquare = /\\[^]/g;
const squareOpener = /^\\\[(?:[\s\\]|$|.*\\\]\s*$)/;
// Scripts without spaces are written right up to a formula; before a price stand letters of others (`AU$5`).
const wordBefore = /[\p{L}\p{N}_$]/u;
// A price and a plain word: "$5 or 10$", "$5的书".
const price = new RegExp(String.raw`^\d(?:[\d.,]*\s+\p{L}{2}|[^$\\]*${unspacedLetter})`, "u");
// "\[1\]" in a sentence is a bracket that shall be none of markdown's; so is one around signs alone.
const escapedWord = /^(?:[\p{L}\p{N}]*|[^\p{L}\p{N}]*)$/u;
const endOfFormula = /[\p{L}\p{N})}\]|'!*^_]/u;

/** Where `closer` stands in `text` from `from` on, not counting what a backslash escapes; -1 if nowhere. */
function findCloser(text: string, from: number, closer: string): number {
  const pattern = closer === "$$" ? escapedOrDollars : escapedOrSquare;
  pattern.lastIndex = from;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (found[0] === closer) return found.index;
  }
  return -1;
}

function closerOf(line: string): string | undefined {
  if (line.startsWith("$$") && line.charAt(2) !== "$") return "$$";
  // "\[not a link](…": what is meant as a formula of several lines has a space, a command or nothing after the mark.
  return squareOpener.test(line) ? "\\]" : undefined;
}

function pushParagraph(state: StateBlock, startLine: number, line: number): void {
  state.push("paragraph_open", "p", 1).map = [startLine, line];
  const inline = state.push("inline", "", 0);
  inline.map = [startLine, line];
  inline.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  inline.children = [];
  state.push("paragraph_close", "p", -1);
  state.line = line;
}

function pushMath(state: StateBlock, startLine: number, line: number, tex: string): void {
  const token = state.push("math_block", "", 0);
  token.map = [startLine, line];
  token.content = tex;
  state.line = line;
}

/**
 * The block rule of formulas on lines of their own. A line that begins with `$$` or `\[` and does not close it starts a
 * block whatever follows: up to the closing mark at the end of a line, or, without one, a paragraph up to the next
 * blank line. So nothing after a blank line, and nothing before that first line, waits for the closing mark.
 */
export function displayMath(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const textOf = (line: number) =>
    state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  const first = textOf(startLine);
  const closer = closerOf(first);
  if (closer === undefined) return false;

  const atOnce = findCloser(first, 2, closer);
  if (atOnce >= 0) {
    const tex = first.slice(2, atOnce).trim();
    if (tex === "" || first.slice(atOnce + 2).trim() !== "") return false;
    if (!silent) pushMath(state, startLine, startLine + 1, tex);
    return true;
  }
  if (silent) return true;

  const goesOn = (line: number) =>
    line < endLine && !state.isEmpty(line) && (state.sCount[line] ?? 0) >= state.blkIndent;
  let line = startLine + 1;
  let closed = -1;
  while (goesOn(line)) {
    closed = findCloser(textOf(line), 0, closer);
    if (closed >= 0) break;
    line += 1;
  }
  const last = textOf(line);
  if (closed >= 0 && last.slice(closed + 2).trim() === "") {
    const between = state.getLines(startLine + 1, line, state.blkIndent, true);
    const tex = `${first.slice(2)}\n${between}${last.slice(0, closed)}`.trim();
    if (tex !== "") {
      pushMath(state, startLine, line + 1, tex);
      return true;
    }
  }
  while (goesOn(line)) line += 1;
  pushParagraph(state, startLine, line);
  return true;
}

/** Looks for the ends of formulas in one text. One that does not follow is not looked for again from each further mark. */
export class Closers {
  readonly source: string;
  readonly #missing = new Set<string>();

  constructor(source: string) {
    this.source = source;
  }

  /** As `findCloser`. */
  find(from: number, closer: string): number {
    if (this.#missing.has(closer)) return -1;
    const at = findCloser(this.source, from, closer);
    if (at < 0) this.#missing.add(closer);
    return at;
  }
}

const closersOf = new WeakMap<StateInline, Closers>();

function closeAt(state: StateInline, from: number, closer: string): number {
  const closers = closersOf.get(state) ?? new Closers(state.src);
  closersOf.set(state, closers);
  return closers.find(from, closer);
}

/** Whether what stands before a dollar says that it begins no formula. */
export function isNameBefore(source: string, at: number): boolean {
  const before = source.charAt(at - 1);
  return wordBefore.test(before) && !isUnspaced(before);
}

/** Where the formula ends that a single dollar at `at` opens, or -1: prices and shell names are none. */
export function singleDollarEnd(source: string, at: number): number {
  if (isNameBefore(source, at) || /\s|^$/.test(source.charAt(at + 1))) return -1;
  let end = at + 1;
  for (; source.charAt(end) !== "$"; end += source.charAt(end) === "\\" ? 2 : 1) {
    if (end >= source.length || source.charAt(end) === "\n") return -1;
  }
  const after = source.charAt(end + 1);
  const before = source.charAt(end - 1);
  if (/\s/.test(before) || /[\d$]/.test(after)) return -1;
  if (/\p{L}/u.test(after) && !endOfFormula.test(before)) return -1;
  return price.test(source.slice(at + 1, end)) ? -1 : end;
}

function dollars(
  state: StateInline,
  count: number,
): { readonly from: number; readonly to: number } | undefined {
  const { pos, src } = state;
  if (count > 2) return undefined;
  const to = count === 2 ? closeAt(state, pos + 2, "$$") : singleDollarEnd(src, pos);
  return to < 0 ? undefined : { from: pos + count, to };
}

/** The inline rule of `$…$`, `$$…$$`, `\(…\)` and `\[…\]`. */
export function inlineMath(state: StateInline, silent: boolean): boolean {
  const { pos, src } = state;
  const mark = src.charAt(pos);
  let count = 0;
  if (mark === "$") while (src.charAt(pos + count) === "$") count += 1;
  const next = src.charAt(pos + 1);
  const isBracket = mark === "\\" && (next === "(" || next === "[");
  if (count === 0 && !isBracket) return false;

  const to = isBracket ? closeAt(state, pos + 2, next === "(" ? "\\)" : "\\]") : -1;
  const found = isBracket ? (to < 0 ? undefined : { from: pos + 2, to }) : dollars(state, count);
  const inner = found ? src.slice(found.from, found.to) : "";
  const tex = next === "[" && escapedWord.test(inner) ? "" : inner.trim();
  const end = found ? found.to + (found.from - pos) : 0;
  if (tex === "" || end > state.posMax) {
    if (isBracket) return false;
    if (!silent) state.pending += "$".repeat(count);
    state.pos += count;
    return true;
  }
  if (!silent) state.push("math_inline", "", 0).content = tex;
  state.pos = end;
  return true;
}
