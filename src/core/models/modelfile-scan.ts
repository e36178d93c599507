import type { ModelfileFault } from "./modelfile-fault.ts";

/** One instruction as it stands in a Modelfile. */
export type Instruction = {
  /** In lower case. */
  readonly word: string;
  /** The name of a PARAMETER, the role of a MESSAGE; empty for others. */
  readonly argument: string;
  /** Without its quotation marks. */
  readonly value: string;
  /** From 1: where the instruction begins, and the column of its argument or value. */
  readonly line: number;
  readonly column: number;
};

export type Scan = {
  readonly instructions: readonly Instruction[];
  /** What stands after each `#`. */
  readonly comments: readonly string[];
  readonly faults: readonly ModelfileFault[];
};

const words = new Set([
  "from",
  "license",
  "template",
  "system",
  "adapter",
  "draft",
  "renderer",
  "parser",
  "parameter",
  "message",
  "requires",
]);

/**
 * The instructions of a Modelfile after Ollama's grammar (parser/parser.go, ParseFile): one a line, the word in any letter case,
 * the value plain up to the end of its line, or from `"` or `"""` to a line that ends with the same. It goes on after a line that
 * it cannot read, which Ollama does not, and keeps characters that Ollama's command line drops (joiners, no-break spaces).
 * `text` has `\n` alone between its lines.
 */
export function scanModelfile(text: string): Scan {
  const instructions: Instruction[] = [];
  const comments: string[] = [];
  const faults: ModelfileFault[] = [];
  let start = 0;
  /** The line of the last word that is none: those right after it are most likely parts of the same text. */
  let lost = -1;
  for (let line = 1; start <= text.length; line++) {
    const end = endOfLine(text, start);
    const shown = text.slice(start, end);
    const head = /^([ \t]*)(\S*)([ \t]*)/.exec(shown);
    const [, indent = "", word = "", gap = ""] = head ?? [];
    const at = { line, column: indent.length + 1 };
    if (word.startsWith("#")) comments.push(shown.slice(indent.length + 1));
    else if (word !== "" && !words.has(word.toLowerCase())) {
      if (lost !== line - 1) faults.push({ ...at, kind: "unknown-instruction", word: word.slice(0, 40) });
      lost = line;
    } else if (word !== "") {
      const read = readValue(text, {
        word: word.toLowerCase(),
        line,
        start: start + indent.length + word.length + gap.length,
        lineStart: start,
        isBare: gap === "",
      });
      if ("fault" in read) faults.push(read.fault);
      else instructions.push(read.instruction);
      line += read.lines;
      start = read.end + 1;
      continue;
    }
    start = end + 1;
  }
  return { instructions, comments, faults };
}

type Place = {
  readonly word: string;
  readonly line: number;
  /** Where the argument or value begins, and its line. */
  readonly start: number;
  readonly lineStart: number;
  readonly isBare: boolean;
};

type Read = {
  /** Lines that it goes on over, beyond the first. */
  readonly lines: number;
  /** The end of its last line. */
  readonly end: number;
} & ({ readonly instruction: Instruction } | { readonly fault: ModelfileFault });

function readValue(text: string, place: Place): Read {
  const { word, line, lineStart } = place;
  const at = { line, column: place.start - lineStart + 1 };
  const end = endOfLine(text, place.start);
  const argument =
    word === "parameter" || word === "message"
      ? (/^[^\s"]*/.exec(text.slice(place.start, end))?.[0] ?? "")
      : "";
  const after = place.start + argument.length;
  const rest = text.slice(after, end);
  const hasGap = word === "parameter" || word === "message" ? /^[ \t]/.test(rest) : !place.isBare;
  if (!hasGap) return { fault: { ...at, kind: "no-value", word }, lines: 0, end };
  const open = after + rest.length - rest.trimStart().length;
  const quote = text.startsWith('"""', open) ? '"""' : text[open] === '"' ? '"' : "";
  if (quote === "") return { instruction: { ...at, word, argument, value: rest.trim() }, lines: 0, end };
  const closed = closing(text, open, quote);
  if (!closed) return { fault: { ...at, kind: "unterminated", word, quote }, lines: 0, end: text.length };
  const value = text.slice(open + quote.length, closed.close);
  return { instruction: { ...at, word, argument, value }, lines: closed.lines, end: closed.end };
}

/** The first end of a line at which the text from `open` ends with its quotation mark, spaces aside. */
function closing(text: string, open: number, quote: string) {
  let start = open;
  for (let lines = 0; start <= text.length; lines++) {
    const end = endOfLine(text, start);
    const trimmed = start + text.slice(start, end).trimEnd().length;
    const close = trimmed - quote.length;
    if (close >= open + quote.length && close >= start && text.startsWith(quote, close))
      return { close, lines, end };
    start = end + 1;
  }
  return undefined;
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}
