import { characterAt, characterBefore, flanking, isUnspaced } from "./flanking.ts";
import { Closers } from "./math.ts";
import { afterBackslash, afterDollar } from "./repair-formula.ts";

interface Run {
  readonly marker: string;
  count: number;
  readonly length: number;
  readonly canClose: boolean;
  /** Offset of its first marker that is still open, and of what follows it. */
  at: number;
  readonly end: number;
  /** Both sides are words (`3*4`): likely a sign, so it is left as written. */
  readonly isInWord: boolean;
}
interface Bracket {
  readonly at: number;
  readonly isImage: boolean;
}

/** More open markup than this is no markup. */
const mostOpen = 24;
const wordCharacter = /[\p{L}\p{N}]/u;
const isSpacedLetter = (character: string) => wordCharacter.test(character) && !isUnspaced(character);
const space = /\s/;
/** What may be a source's number or the kind of a note, in brackets that stay: it is shown once that is known. */
const numberOrKind = /^(?:\d{1,4}|!\p{Lu}*)$/u;
const completeTag = /<[A-Za-z/][^<>]*>/y;
const openAddress = /<(?:[A-Za-z][\w+.-]{1,31}:|[\w.+-]+@)[^\s<>]*$/y;
const openAngle = /<[\w.+/-]{0,32}$/y;
const bareAddress = /(?:https?:\/\/|www\.)[^\s<\][]*/y;
const footnote = /\[\^[^\]\s]*(\]?)/y;
const openEntity = /&(?:#[xX]?[\dA-Fa-f]{0,7}|[A-Za-z][\dA-Za-z]{0,31})?$/;
// Each character is read in one way only: what can be read in two takes twice as long for each.
const resource =
  /\(\s*(?:<[^<>\n]*>|(?:\\.|\((?:\\.|[^\s()\\])*\)|[^\s()\\<])*)(?:\s+(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'))?\s*\)/y;
const openResource =
  /\(\s*(?:<[^<>\n]*>?|(?:\\.|\((?:\\.|[^\s()\\])*(?:\)|(?![^\s()\\]|\\.))|[^\s()\\<])*\\?)(?:\s+(?:"(?:\\.|[^"\\])*\\?"?|'(?:\\.|[^'\\])*\\?'?)?)?\s*$/y;

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source) ?? undefined;
}

function findClosingTicks(source: string, from: number, count: number): number {
  const ticks = /`+/g;
  ticks.lastIndex = from;
  for (let run = ticks.exec(source); run; run = ticks.exec(source)) {
    if (run[0].length === count) return run.index;
  }
  return -1;
}

/** Reads half-written words once, left to right, as CommonMark's inline rules would. */
class HalfWritten {
  readonly source: string;
  readonly closers: Closers;
  readonly runs: Run[] = [];
  readonly brackets: Bracket[] = [];
  readonly removed: number[] = [];
  cut: number;
  ticks = "";
  readonly hasSpaceAfter: boolean;
  hasNoCommentEnd = false;

  constructor(source: string) {
    this.source = source.trimEnd();
    this.hasSpaceAfter = source.length > this.source.length;
    this.cut = this.source.length;
    this.closers = new Closers(this.source);
  }

  /** Reads what stands at `at`; answers where to go on. */
  step(at: number): number {
    const { source } = this;
    switch (source.charAt(at)) {
      case "\\":
        if (at + 1 >= source.length) return this.stop(at);
        return afterBackslash(this.closers, at) ?? this.stop(at);
      case "$":
        return afterDollar(this.closers, at, this.hasSpaceAfter) ?? this.stop(at);
      case "`":
        return this.code(at);
      case "<":
        return this.angle(at);
      case "!":
        if (source.charAt(at + 1) === "[") return this.openBracket(at, true);
        return at + 1 === source.length && !/\S/.test(source.charAt(at - 1)) ? this.stop(at) : at + 1;
      case "[":
        return source.charAt(at + 1) === "^" ? this.footnote(at) : this.openBracket(at, false);
      case "]":
        return this.closeBracket(at);
      case "*":
      case "_":
      case "~":
        return this.run(at);
      case "h":
      case "w":
        return this.address(at);
      default:
        return at + 1;
    }
  }

  /** Shows nothing from `at` on. */
  stop(at: number): number {
    this.cut = at;
    return this.source.length;
  }

  code(at: number): number {
    const ticks = /^`+/.exec(this.source.slice(at))?.[0] ?? "`";
    const close = findClosingTicks(this.source, at + ticks.length, ticks.length);
    if (close >= 0) return close + ticks.length;
    const body = this.source.slice(at + ticks.length).replace(/`+$/, "");
    if (body.trim() === "") return this.stop(at);
    this.ticks = ticks;
    return this.stop(at + ticks.length + body.length);
  }

  angle(at: number): number {
    if (this.source.startsWith("<!--", at)) {
      const end = this.hasNoCommentEnd ? -1 : this.source.indexOf("-->", at + 4);
      this.hasNoCommentEnd = end < 0;
      return end < 0 ? at + 4 : end + 3;
    }
    const tag = matchAt(completeTag, this.source, at);
    if (tag) return at + tag[0].length;
    if (matchAt(openAngle, this.source, at)) return this.stop(at);
    if (!matchAt(openAddress, this.source, at)) return at + 1;
    this.removed.push(at);
    return this.source.length;
  }

  address(at: number): number {
    const found = matchAt(bareAddress, this.source, at);
    if (!found || wordCharacter.test(this.source.charAt(at - 1))) return at + 1;
    return at + Math.max(1, found[0].replace(/[?!.,:*_~'")]+$/, "").length);
  }

  footnote(at: number): number {
    const found = matchAt(footnote, this.source, at);
    if (!found) return at + 1;
    const end = at + found[0].length;
    if (found[1] !== "") return end;
    return end === this.source.length ? this.stop(at) : at + 1;
  }

  openBracket(at: number, isImage: boolean): number {
    this.brackets.push({ at, isImage });
    return at + (isImage ? 2 : 1);
  }

  closeBracket(at: number): number {
    const bracket = this.brackets.pop();
    if (!bracket) return at + 1;
    const next = this.source.charAt(at + 1);
    const complete = next === "(" ? matchAt(resource, this.source, at + 1) : undefined;
    if (complete) {
      this.dropRuns(bracket.at);
      return at + 1 + complete[0].length;
    }
    const isOpen =
      // A name in brackets that nothing defines yet stays as it is.
      (next === "" && this.source.charAt(bracket.at - 1) !== "]") ||
      (next === "(" && matchAt(openResource, this.source, at + 1) !== undefined) ||
      (next === "[" && !this.source.includes("]", at + 2));
    if (!isOpen) return at + 1;
    if (bracket.isImage || (next !== "(" && numberOrKind.test(this.source.slice(bracket.at + 1, at))))
      return this.stop(bracket.at);
    this.removed.push(bracket.at);
    return this.stop(at);
  }

  dropRuns(from: number): void {
    while ((this.runs.at(-1)?.at ?? -1) >= from) this.runs.pop();
  }

  run(at: number): number {
    const { source } = this;
    const marker = source.charAt(at);
    let end = at;
    while (source.charAt(end) === marker) end += 1;
    const count = end - at;
    const before = characterBefore(source, at);
    if (end === source.length) return this.closesAll(marker, count, before) ? end : this.stop(at);
    if (marker === "~" && count !== 2) return end;
    const after = characterAt(source, end);
    const { canOpen, canClose } = flanking(before, after, marker === "_");
    const rest = canClose ? this.close(marker, count, canOpen) : count;
    if (rest > 0 && canOpen) {
      const isInWord = count === 1 && isSpacedLetter(before) && isSpacedLetter(after);
      this.runs.push({ marker, count: rest, length: count, canClose, at: end - rest, end, isInWord });
    }
    return end;
  }

  close(marker: string, count: number, canOpen: boolean): number {
    let rest = count;
    // Of marks that could both open and close, CommonMark pairs none whose lengths add up to a multiple of three.
    const isOdd = ({ canClose, length }: Run) =>
      (canClose || canOpen) && (length + count) % 3 === 0 && (length % 3 !== 0 || count % 3 !== 0);
    while (rest > 0) {
      const index = this.runs.findLastIndex((run) => run.marker === marker && !isOdd(run));
      const open = this.runs[index];
      if (!open) break;
      this.runs.length = index + 1;
      const used = Math.min(open.count, rest);
      open.count -= used;
      rest -= used;
      if (open.count === 0) this.runs.pop();
    }
    return rest;
  }

  /** Whether a run at the very end is exactly the end of what is open. */
  closesAll(marker: string, count: number, before: string): boolean {
    if (before === "" || space.test(before)) return false;
    let rest = count;
    let index = this.runs.length - 1;
    while (rest > 0) {
      const open = this.runs[index];
      if (open?.marker !== marker || open.count > rest) return false;
      rest -= open.count;
      index -= 1;
    }
    this.runs.length = index + 1;
    return true;
  }

  /** The text with what is open closed, and what is only markup so far left out. */
  finish(): string {
    for (const bracket of this.brackets) {
      if (bracket.at >= this.cut) continue;
      if (bracket.isImage || numberOrKind.test(this.source.slice(bracket.at + 1))) this.cut = bracket.at;
      else this.removed.push(bracket.at);
    }
    if (this.ticks === "") this.dropEmptyEnd();
    const body = this.slice(0, this.cut);
    const strikes = this.runs.filter(({ marker }) => marker === "~").length;
    // Four tildes at the end would close neither of two.
    const isUnclosable = ({ marker }: Run) => marker === "~" && strikes > 1;
    const open = this.runs.filter((run) => run.at < this.cut && !run.isInWord && !isUnclosable(run));
    if (open.length > mostOpen) return this.source;
    const closing = open.toReversed().map((run) => run.marker.repeat(run.count));
    return `${this.ticks === "" ? body.trimEnd() : body}${this.ticks}${closing.join("")}`;
  }

  dropEmptyEnd(): void {
    this.cut -= openEntity.exec(this.source.slice(0, this.cut))?.[0].length ?? 0;
    for (let run = this.runs.at(-1); run; run = this.runs.at(-1)) {
      if (run.at < this.cut && this.slice(run.end, this.cut).trim() !== "") return;
      this.cut = Math.min(this.cut, run.at);
      this.runs.pop();
    }
  }

  slice(from: number, to: number): string {
    const removed = this.removed.filter((at) => at >= from && at < to).toSorted((one, other) => one - other);
    const starts = [from, ...removed.map((at) => at + 1)];
    return starts.map((start, index) => this.source.slice(start, removed[index] ?? to)).join("");
  }
}

/**
 * Words that are still being written, made whole: open emphasis, strike and code are closed, of half a link its text
 * remains, of half an image nothing, and markup that has no words yet is left out.
 */
export function repairInline(source: string): string {
  const half = new HalfWritten(source);
  for (let at = 0; at < half.source.length;) at = half.step(at);
  return half.finish();
}
