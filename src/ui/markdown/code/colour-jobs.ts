import type { LineColours } from "./colour-classes.ts";
import type { GrammarName } from "./languages.ts";
import type { ColouredLines, ColourRequest, LinesToColour } from "./protocol.ts";
import type { GrammarState, Tokenizer } from "./tokenizer.ts";

interface Block {
  readonly grammar: GrammarName;
  /** What is open before each line that was coloured, and after the last. */
  readonly states: GrammarState[];
  readonly waiting: LinesToColour[];
  /** How many lines of the first that waits are done. */
  done: number;
  /** A grammar that fails on a line leaves the rest of the block plain. */
  hasFailed: boolean;
}

const newBlock = (grammar: GrammarName): Block => ({
  grammar,
  states: [],
  waiting: [],
  done: 0,
  hasFailed: false,
});

/** The work on all blocks. Each line is coloured once, in turns that end when `isOver` says so. */
export interface ColourJobs {
  take(request: ColourRequest): void;
  /** `onBlock` is told which block is worked on next. */
  work(isOver: () => boolean, onBlock?: (block: number) => void): ColouredLines[];
  hasWork(): boolean;
}

/** `load` is called once for each language; `onReady` after one was loaded that has lines waiting. */
export function createColourJobs(
  load: (grammar: GrammarName) => Promise<Tokenizer>,
  onReady: () => void,
): ColourJobs {
  const blocks = new Map<number, Block>();
  const tokenizers = new Map<GrammarName, Tokenizer | "loading" | "failed">();

  const prepare = async (grammar: GrammarName) => {
    if (tokenizers.has(grammar)) return;
    tokenizers.set(grammar, "loading");
    try {
      tokenizers.set(grammar, await load(grammar));
      onReady();
    } catch {
      tokenizers.set(grammar, "failed");
    }
  };

  const readyFor = (block: Block): Tokenizer | undefined => {
    const tokenizer = tokenizers.get(block.grammar);
    return typeof tokenizer === "object" && block.waiting.length > 0 ? tokenizer : undefined;
  };

  const workOn = (block: Block, tokenizer: Tokenizer, isOver: () => boolean): ColouredLines | undefined => {
    const [lines] = block.waiting;
    if (lines === undefined) return undefined;
    const colours: LineColours[] = [];
    const from = lines.from + block.done;
    while (block.done < lines.lines.length) {
      const place = lines.from + block.done;
      block.states.length = place + 1;
      const state = block.states[place] ?? tokenizer.start;
      const line = lines.lines[block.done] ?? null;
      const result = line === null ? { colours: [], state } : tokenizer.colour(line, state);
      colours.push(result.colours);
      block.states.push(result.state);
      block.done += 1;
      if (isOver()) break;
    }
    if (block.done === lines.lines.length) {
      block.waiting.shift();
      block.done = 0;
    }
    return { block: lines.block, version: lines.version, from, colours };
  };

  return {
    take({ forgotten, lines }) {
      for (const id of forgotten) blocks.delete(id);
      for (const item of lines) {
        const block = blocks.get(item.block) ?? newBlock(item.grammar);
        blocks.set(item.block, block);
        if (!block.hasFailed) block.waiting.push(item);
        void prepare(item.grammar);
      }
    },
    work(isOver, onBlock) {
      const answers: ColouredLines[] = [];
      for (const [id, block] of blocks) {
        if (readyFor(block)) onBlock?.(id);
        for (let tokenizer = readyFor(block); tokenizer; tokenizer = readyFor(block)) {
          try {
            const answer = workOn(block, tokenizer, isOver);
            if (answer) answers.push(answer);
          } catch {
            block.hasFailed = true;
            block.waiting.length = 0;
          }
          if (isOver()) {
            // The others have their turns first.
            blocks.delete(id);
            blocks.set(id, block);
            return answers;
          }
        }
      }
      return answers;
    },
    hasWork: () => [...blocks.values()].some((block) => readyFor(block) !== undefined),
  };
}
