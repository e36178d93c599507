import { linesInChunk } from "./chunks.ts";
import type { LineColours } from "./colour-classes.ts";
import type { GrammarName } from "./languages.ts";
import type { ColouredLines, LinesToColour } from "./protocol.ts";

/** The colours of the lines of one chunk; another array when one of them came. */
export type ChunkColours = readonly (LineColours | undefined)[];

/** Who takes lines to the worker and brings its answers. */
export interface ColourCourier {
  newBlock(code: ColouredCode): number;
  send(lines: LinesToColour): void;
  forget(block: number): void;
}

export const noColours: ChunkColours = [];
// A line that is still being written is coloured once it has not grown for so long, in ms.
const rest = 100;
// A longer line stays plain: nobody reads it, and a grammar may take seconds for it.
const longestLine = 2000;

const sendable = (line: string): string | null => (line.length > longestLine ? null : line);

/** How many lines two codes begin with alike, and where the first that differs begins. */
function commonLines(one: string, other: string): { line: number; start: number } {
  let line = 0;
  let start = 0;
  for (;;) {
    const end = one.indexOf("\n", start) + 1;
    if (end === 0 || !other.startsWith(one.slice(start, end), start)) return { line, start };
    line += 1;
    start = end;
  }
}

/** The code of one block as it grows, and its colours as they come. Each line is sent once, when it is whole. */
export class ColouredCode {
  readonly grammar: GrammarName;
  readonly #courier: ColourCourier;
  readonly #listeners = new Set<() => void>();
  #code: string;
  #colours: ChunkColours[];
  #isWanted = false;
  /** A grammar does not end on it: it stays as it is. */
  #isGivenUp = false;
  /** All colours of the code are there, and nothing has to be sent. */
  #isKnown: boolean;
  /** Its number for the worker, while that knows it. */
  #block: number | undefined;
  #version = 0;
  #revision = 0;
  /** Whole lines sent, where they end, and how many lines were answered. */
  #sent = 0;
  #sentEnd = 0;
  #answered = 0;
  /** The code whose last line was sent though it has no end. */
  #sentWhole = "";
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #grownAt = -Infinity;
  /** Colours that came while the code grows are shown with its next text, or at this time: a frame for both. */
  #heldTimer: ReturnType<typeof setTimeout> | undefined;

  /** `colours` are those of all of `code`, where they are known already. */
  constructor(grammar: GrammarName, courier: ColourCourier, code: string, colours?: readonly ChunkColours[]) {
    this.grammar = grammar;
    this.#courier = courier;
    this.#code = code;
    this.#colours = [...(colours ?? [])];
    this.#isKnown = colours !== undefined;
  }

  get code(): string {
    return this.#code;
  }

  /** The colours of all of the code; undefined before they are all there. */
  get knownColours(): readonly ChunkColours[] | undefined {
    const isLastThere = this.#sentEnd === this.#code.length || this.#sentWhole === this.#code;
    const lines = this.#sent + (this.#sentEnd === this.#code.length ? 0 : 1);
    const isAllThere = this.#isKnown || (this.#block !== undefined && isLastThere && this.#answered >= lines);
    return isAllThere ? this.#colours : undefined;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  chunk(index: number): ChunkColours {
    return this.#colours[index] ?? noColours;
  }

  /** Colours are asked for from now on: some of the block is near to be seen. */
  want(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#send(true);
  }

  grow(code: string): void {
    if (code !== this.#code) {
      if (this.#isKnown) this.#beginAgain(0, 0);
      if (!code.startsWith(this.#code)) this.#goBack(code);
      this.#isKnown = false;
      this.#code = code;
      this.#grownAt = performance.now();
    }
    this.#send(false);
  }

  /** Changes when colours came or went. */
  get revision(): number {
    return this.#revision;
  }

  /** The colours of this revision are on the page: if they are the latest, nobody has to be told of them. */
  noteDrawn(revision: number): void {
    if (revision !== this.#revision) return;
    clearTimeout(this.#heldTimer);
    this.#heldTimer = undefined;
  }

  /** Frees what the worker holds. The colours stay, and `grow` goes on from them. */
  close(): void {
    clearTimeout(this.#restTimer);
    clearTimeout(this.#heldTimer);
    this.#heldTimer = undefined;
    this.#isKnown = this.knownColours !== undefined;
    if (this.#block !== undefined) this.#courier.forget(this.#block);
    this.#block = undefined;
    this.#beginAgain(0, 0);
  }

  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  giveUp(): void {
    this.#isGivenUp = true;
    this.close();
  }

  /** Another worker knows nothing of the block. */
  sendAgain(): void {
    this.#send(true);
  }

  receive({ version, from, colours }: ColouredLines): void {
    if (version !== this.#version) return;
    const changed = new Map<number, (LineColours | undefined)[]>();
    for (const [index, line] of colours.entries()) {
      const place = from + index;
      const chunk = Math.floor(place / linesInChunk);
      const lines = changed.get(chunk) ?? [...this.chunk(chunk)];
      lines[place % linesInChunk] = line;
      changed.set(chunk, lines);
    }
    for (const [chunk, lines] of changed) this.#colours[chunk] = lines;
    this.#answered = Math.max(this.#answered, from + colours.length);
    this.#revision += 1;
    if (performance.now() - this.#grownAt > rest) this.#tell();
    else this.#heldTimer ??= setTimeout(() => this.#tell(), rest);
  }

  #tell(): void {
    clearTimeout(this.#heldTimer);
    this.#heldTimer = undefined;
    for (const listener of this.#listeners) listener();
  }

  #beginAgain(line: number, start: number): void {
    this.#version += 1;
    this.#sent = line;
    this.#sentEnd = start;
    this.#answered = Math.min(this.#answered, line);
    this.#sentWhole = "";
  }

  /** What was sent is not what the code begins with any more. Answers that are on their way are void. */
  #goBack(code: string): void {
    const common = commonLines(this.#code, code);
    const chunk = Math.floor(common.line / linesInChunk);
    this.#colours.length = Math.min(this.#colours.length, chunk + 1);
    if (chunk < this.#colours.length)
      this.#colours[chunk] = this.chunk(chunk).slice(0, common.line % linesInChunk);
    let start = 0;
    const line = Math.min(common.line, this.#answered);
    for (let passed = 0; passed < line; passed += 1) start = code.indexOf("\n", start) + 1;
    this.#beginAgain(line, start);
    this.#revision += 1;
    this.#tell();
  }

  #send(isAtRest: boolean): void {
    if (!this.#isWanted || this.#isKnown || this.#isGivenUp) return;
    clearTimeout(this.#restTimer);
    const from = this.#sent;
    const lines: (string | null)[] = [];
    for (;;) {
      const end = this.#code.indexOf("\n", this.#sentEnd);
      if (end < 0) break;
      lines.push(sendable(this.#code.slice(this.#sentEnd, end)));
      this.#sent += 1;
      this.#sentEnd = end + 1;
    }
    if (this.#sentEnd < this.#code.length && this.#sentWhole !== this.#code) {
      if (isAtRest) {
        lines.push(sendable(this.#code.slice(this.#sentEnd)));
        this.#sentWhole = this.#code;
      } else this.#restTimer = setTimeout(() => this.#send(true), rest);
    }
    if (lines.length === 0) return;
    this.#block ??= this.#courier.newBlock(this);
    this.#courier.send({
      block: this.#block,
      version: this.#version,
      grammar: this.grammar,
      from,
      lines,
    });
  }
}
