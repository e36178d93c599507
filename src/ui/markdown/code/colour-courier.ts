import { ColourCache } from "./colour-cache.ts";
import { ColouredCode, type ColourCourier } from "./coloured-code.ts";
import type { GrammarName } from "./languages.ts";
import type { ColouredLines, ColourRequest, LinesToColour } from "./protocol.ts";

/** Sends requests to a worker; the answers go to `onAnswer`. */
export type OpenColourPort = (
  onAnswer: (answers: readonly ColouredLines[]) => void,
) => (request: ColourRequest) => void;

// At most one message a frame, in ms.
const frame = 16;

/** Knows all blocks of the page, and the one worker that colours them. Without a worker all code stays plain. */
export class Courier implements ColourCourier {
  readonly #openPort: OpenColourPort;
  readonly #cache = new ColourCache();
  readonly #blocks = new Map<number, ColouredCode>();
  #post: ((request: ColourRequest) => void) | undefined;
  #blockCount = 0;
  #lines: LinesToColour[] = [];
  #forgotten: number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastPost = 0;

  constructor(openPort: OpenColourPort) {
    this.#openPort = openPort;
  }

  /** Code to be coloured. What was coloured before, or is in another block, has its colours at once. */
  open(grammar: GrammarName, code: string): ColouredCode {
    for (const other of this.#blocks.values())
      if (other.grammar === grammar && other.code === code && other.knownColours)
        return new ColouredCode(grammar, this, code, other.knownColours);
    return new ColouredCode(grammar, this, code, this.#cache.find(grammar, code));
  }

  /** The block is not shown any more. */
  close(code: ColouredCode): void {
    if (code.knownColours) this.#cache.keep(code.grammar, code.code, code.knownColours);
    code.close();
  }

  newBlock(code: ColouredCode): number {
    this.#blockCount += 1;
    this.#blocks.set(this.#blockCount, code);
    return this.#blockCount;
  }

  send(lines: LinesToColour): void {
    this.#lines.push(lines);
    this.#plan();
  }

  forget(block: number): void {
    this.#blocks.delete(block);
    this.#lines = this.#lines.filter((lines) => lines.block !== block);
    this.#forgotten.push(block);
    this.#plan();
  }

  #plan(): void {
    if (this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.#flush(), Math.max(0, this.#lastPost + frame - performance.now()));
  }

  #flush(): void {
    this.#timer = undefined;
    this.#lastPost = performance.now();
    this.#post ??= this.#openPort((answers) => {
      for (const answer of answers) this.#blocks.get(answer.block)?.receive(answer);
    });
    this.#post({ forgotten: this.#forgotten, lines: this.#lines });
    this.#forgotten = [];
    this.#lines = [];
  }
}

function openWorker(onAnswer: (answers: readonly ColouredLines[]) => void): (request: ColourRequest) => void {
  try {
    const worker = new Worker(new URL("./colour-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<readonly ColouredLines[]>) =>
      onAnswer(event.data),
    );
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none to name
    return (request) => worker.postMessage(request);
  } catch {
    return () => undefined;
  }
}

export const courier = new Courier(openWorker);
