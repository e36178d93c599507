import MarkdownIt from "markdown-it";
import type { Env, MarkdownIt as Engine, StateBlock, StateCore, StateInline } from "markdown-it";
import { bareAddress, mayHoldAddress, nextAddress } from "./addresses.ts";
import { characterAt, characterBefore, flanking, isUnspaced } from "./flanking.ts";
import { footnoteDefinition, footnoteReference } from "./footnotes.ts";
import { displayMath, inlineMath } from "./math.ts";

type BlockRule = (state: StateBlock, startLine: number, endLine: number, silent: boolean) => boolean;
type Reference = { title: string; href: string };

/** What the rules of one parse know of each other. */
export interface ParseEnv extends Env {
  /** What references mean; of those known from elsewhere only that they exist. */
  references: Record<string, Reference>;
  readonly footnotes: Set<string>;
  /** How many containers are around the source. */
  readonly depth: number;
}

/** More quotes and lists than this in each other are text (a list and its item are two). */
const deepest = 80;
const interrupting = ["paragraph", "reference", "blockquote", "list"];
const taskMark = /^\[([ xX])\]\s+(?=\S)/;
const mark = /[\n\\`*_~[\]!<&$]/;

/** A rule of markdown-it, to be called by one of ours. */
function originalRule(name: string): BlockRule {
  const { ruler } = new MarkdownIt("commonmark").block;
  ruler.enableOnly(name);
  const [rule] = ruler.getRules("");
  if (!rule) throw new Error(`markdown-it has no rule ${name}`);
  return rule;
}

const paragraph = originalRule("paragraph");
const reference = originalRule("reference");

function tooDeep(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (silent || state.level + (state.env as ParseEnv).depth < deepest) return false;
  return paragraph(state, startLine, endLine, silent);
}

/** Each definition keeps its own address, also where the name is taken. */
function ownReference(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const env = state.env as ParseEnv;
  const known = env.references;
  env.references = {};
  const isFound = reference(state, startLine, endLine, silent);
  const [own] = Object.entries(env.references);
  env.references = known;
  const token = state.tokens.at(-1);
  if (!isFound || silent || !own || !token) return isFound;
  const [name, { href, title }] = own;
  known[name] ??= { href, title };
  token.meta = { name, href, title };
  return true;
}

/** `[x] ` at the start of an item becomes a box. */
function takeTaskMarks({ tokens }: StateCore): void {
  for (const [index, token] of tokens.entries()) {
    if (token.type !== "list_item_open" || tokens[index + 1]?.type !== "paragraph_open") continue;
    const inline = tokens[index + 2];
    const found = inline && taskMark.exec(inline.content);
    if (!found) continue;
    token.meta = { isChecked: found[1] !== " " };
    inline.content = inline.content.slice(found[0].length);
  }
}

/** As markdown-it's own, but what no rule begins in is one text at once: most cells of a table, and many sentences. */
function readInline({ tokens, md, env, Token }: StateCore): void {
  for (const token of tokens) {
    if (token.type !== "inline") continue;
    const { content } = token;
    token.children = [];
    if (content === "" || mark.test(content) || mayHoldAddress(content)) {
      md.inline.parse(content, md, env, token.children);
    } else {
      const words = new Token("text", "", 0);
      words.content = content;
      token.children.push(words);
    }
  }
}

/** As markdown-it's own, but it stops only where another rule begins, and at bare addresses. */
function plainWords(state: StateInline, silent: boolean): boolean {
  const { pos, posMax, src } = state;
  if (mark.test(src.charAt(pos))) return false;
  const limit = Math.min(posMax, nextAddress(state, pos + 1)?.start ?? posMax);
  const words = src.slice(pos, limit);
  const length = words.search(mark);
  const end = length < 0 ? limit : pos + length;
  if (!silent) state.pending += src.slice(pos, end);
  state.pos = end;
  return true;
}

const lastBrackets = new WeakMap<StateInline, number>();

/** An opening bracket after the last closing one is text: the rules of links would look through all that follows for each. */
function lonelyBracket(state: StateInline, silent: boolean): boolean {
  if (state.src.charAt(state.pos) !== "[") return false;
  let last = lastBrackets.get(state);
  if (last === undefined) {
    last = state.src.lastIndexOf("]");
    lastBrackets.set(state, last);
  }
  if (last > state.pos) return false;
  if (!silent) state.pending += "[";
  state.pos += 1;
  return true;
}

/** Exactly two tildes: models write "~5 minutes". */
function strikethrough(state: StateInline, silent: boolean): boolean {
  if (silent || state.src.charAt(state.pos) !== "~") return false;
  const { can_open: open, can_close: close, length } = state.scanDelims(state.pos, true);
  const text = "~".repeat(length);
  if (length === 2) {
    state.push("text", "", 0).content = text;
    const token = state.tokens.length - 1;
    state.delimiters.push({ marker: 0x7e, length: 0, token, end: -1, open, close });
  } else state.pending += text;
  state.pos += length;
  return true;
}

/** Marks beside Chinese, Japanese and Korean open and close as they are meant there. */
function scanUnspaced(engine: Engine): void {
  const { State } = engine.inline;
  engine.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      const before = characterBefore(this.src, start);
      const after = characterAt(this.src, start + scanned.length);
      if (!isUnspaced(before) && !isUnspaced(after)) return scanned;
      const { canOpen, canClose } = flanking(before, after, !canSplitWord);
      return { ...scanned, can_open: canOpen, can_close: canClose };
    }
  };
}

/** CommonMark 0.31 with tables, struck text, task items, bare addresses, footnotes and formulas. Addresses stay as written. */
export function makeEngine(): Engine {
  const engine = new MarkdownIt("commonmark", { maxNesting: 100 });
  engine.normalizeLink = (url) => url;
  engine.normalizeLinkText = (text) => text;
  engine.validateLink = () => true;
  engine.enable(["table", "strikethrough"]).disable(["strip_references", "text_join"]);
  engine.core.ruler.after("block", "tasks", takeTaskMarks);
  engine.core.ruler.at("inline", readInline);
  scanUnspaced(engine);
  const { ruler } = engine.block;
  ruler.before("table", "deep", tooDeep);
  ruler.before("blockquote", "math", displayMath, { alt: interrupting });
  ruler.before("reference", "footnote", footnoteDefinition, { alt: interrupting });
  ruler.at("reference", ownReference);
  const inline = engine.inline.ruler;
  inline.at("text", plainWords);
  inline.before("text", "address", bareAddress);
  inline.before("escape", "formula", inlineMath);
  inline.at("strikethrough", strikethrough);
  inline.before("link", "bracket", lonelyBracket);
  inline.before("link", "footnote", footnoteReference);
  return engine;
}
