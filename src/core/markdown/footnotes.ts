import type { StateBlock, StateInline } from "markdown-it";
import type { ParseEnv } from "./engine.ts";

const opening = /\[\^[^\s[\]]+\]:/y;
const reference = /\[\^([^\s[\]]+)\]/y;

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/** How footnotes are told apart: `[^A]` and `[^a]` are one. */
const footnoteName = (label: string): string => label.toLowerCase().toUpperCase();

/** The block rule of `[^a]: …`, whose text goes on in lines indented by four. */
export function footnoteDefinition(
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  const { bMarks, eMarks, sCount, tShift } = state;
  const markAt = bMarks[startLine] ?? 0;
  const shift = tShift[startLine] ?? 0;
  const count = sCount[startLine] ?? 0;
  const end = eMarks[startLine] ?? 0;
  if (count - state.blkIndent >= 4) return false;
  const found = matchAt(opening, state.src, markAt + shift);
  if (!found || found.index + found[0].length > end) return false;
  if (silent) return true;

  const label = found[0].slice(2, -2);
  (state.env as ParseEnv).footnotes.add(footnoteName(label));
  const token = state.push("footnote_open", "", 1);
  token.meta = { label };
  const lines: [number, number] = [startLine, startLine + 1];
  token.map = lines;

  const { parentType } = state;
  const start = state.skipSpaces(found.index + found[0].length);
  state.blkIndent += 4;
  state.parentType = "footnote";
  bMarks[startLine] = Math.min(start, end);
  tShift[startLine] = 0;
  sCount[startLine] = state.blkIndent;
  state.md.block.tokenize(state, startLine, endLine);
  bMarks[startLine] = markAt;
  tShift[startLine] = shift;
  sCount[startLine] = count;
  state.parentType = parentType;
  state.blkIndent -= 4;

  lines[1] = state.line;
  state.push("footnote_close", "", -1);
  return true;
}

/** The inline rule of `[^a]`, which is a footnote only where one is defined. */
export function footnoteReference(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  const label = matchAt(reference, state.src, state.pos)?.[1];
  if (label === undefined || state.pos + label.length + 3 > state.posMax) return false;
  if (!(state.env as ParseEnv).footnotes.has(footnoteName(label))) return false;
  if (!silent) state.push("footnote_reference", "", 0).meta = { label };
  state.pos += label.length + 3;
  return true;
}
