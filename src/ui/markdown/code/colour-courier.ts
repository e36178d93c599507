import { nextIdle } from "#src/ui/idle.ts";
import { ColourCache } from "./colour-cache.ts";
import { ColouredCode, type ColourCourier } from "./coloured-code.ts";
import type { GrammarName } from "./languages.ts";
import type { ColourMessage, ColourRequest, LinesToColour } from "./protocol.ts";

interface ColourPort {
  post(request: ColourRequest): void;
  close(): void;
}

/** Opens a worker: what it says goes to `onMessage`, and `onFault` is called when it fails. */
export type OpenColourPort = (onMessage: (message: ColourMessage) => void, onFault: () => void) => ColourPort;

// At most one message a frame, in ms.
const frame = 16;
// A grammar that works on one turn for so long may never end, in ms.
const longestTurn = 10_000;
// So many workers that say nothing are tried.
const mostFaults = 3;

/** Knows all blocks of the page, and the one worker that colours them. Without a worker all code stays plain. */
export class Courier implements ColourCourier {
  readonly #openPort: OpenColourPort;
  readonly #cache = new ColourCache();
  readonly #blocks = new Map<number, ColouredCode>();
  readonly #givenUp = new Set<string>();
  #port: ColourPort | undefined;
  /** The block that the worker is at, and when it is taken to hang. */
  #current: number | undefined;
  #watch: ReturnType<typeof setTimeout> | undefined;
  #faults = 0;
  #blockCount = 0;
  #lines: LinesToColour[] = [];
  #forgotten: number[] = [];
  #isPlanned = false;
  #lastPost = -Infinity;

  constructor(openPort: OpenColourPort) {
    this.#openPort = openPort;
  }

  /** Code to be coloured. What was coloured before, or is in another block, has its colours at once. */
  open(grammar: GrammarName, code: string): ColouredCode {
    if (this.#givenUp.has(`${grammar}\n${code}`)) {
      const plain = new ColouredCode(grammar, this, code);
      plain.giveUp();
      return plain;
    }
    for (const other of this.#blocks.values())
      if (other.grammar === grammar && other.code === code && other.knownColours)
        return new ColouredCode(grammar, this, code, other.knownColours);
    return new ColouredCode(grammar, this, code, this.#cache.find(grammar, code));
  }

  /** The block is not shown any more. */
  close(code: ColouredCode): void {
    if (code.isGivenUp) this.#givenUp.add(`${code.grammar}\n${code.code}`);
    else if (code.knownColours) this.#cache.keep(code.grammar, code.code, code.knownColours);
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
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    const wait = this.#lastPost + frame - performance.now();
    const flush = () => nextIdle(() => this.#flush());
    if (wait > 0) setTimeout(flush, wait);
    else flush();
  }

  #flush(): void {
    this.#isPlanned = false;
    this.#lastPost = performance.now();
    const request = { forgotten: this.#forgotten, lines: this.#lines };
    this.#forgotten = [];
    this.#lines = [];
    if (!this.#port && (request.lines.length === 0 || this.#faults >= mostFaults)) return;
    this.#port ??= this.#open();
    this.#port.post(request);
  }

  #open(): ColourPort {
    const port: ColourPort = this.#openPort(
      (message) => port === this.#port && this.#hear(message),
      () => port === this.#port && this.#replace(),
    );
    return port;
  }

  #hear(message: ColourMessage): void {
    clearTimeout(this.#watch);
    this.#current = typeof message === "number" ? message : undefined;
    if (typeof message === "number") {
      this.#watch = setTimeout(() => this.#replace(), longestTurn);
      return;
    }
    this.#faults = 0;
    for (const answer of message) this.#blocks.get(answer.block)?.receive(answer);
  }

  /** The worker hangs or failed. What it was at stays plain for good; the others go to the next one. */
  #replace(): void {
    clearTimeout(this.#watch);
    this.#port?.close();
    this.#port = undefined;
    const culprit = this.#current === undefined ? undefined : this.#blocks.get(this.#current);
    this.#current = undefined;
    const others = [...this.#blocks.values()].filter((code) => code !== culprit);
    for (const code of others) code.close();
    if (culprit === undefined) {
      this.#faults += 1;
      return;
    }
    this.#givenUp.add(`${culprit.grammar}\n${culprit.code}`);
    culprit.giveUp();
    for (const code of others) code.sendAgain();
  }
}

const openWorker: OpenColourPort = (onMessage, onFault) => {
  try {
    const worker = new Worker(new URL("./colour-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<ColourMessage>) => onMessage(event.data));
    worker.addEventListener("error", onFault);
    worker.addEventListener("messageerror", onFault);
    return {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none to name
      post: (request) => worker.postMessage(request),
      close: () => worker.terminate(),
    };
  } catch {
    return { post: () => undefined, close: () => undefined };
  }
};

export const courier = new Courier(openWorker);
