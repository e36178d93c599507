import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { LineColours } from "./colour-classes.ts";
import { linesInChunk } from "./chunks.ts";
import { Courier, type OpenColourPort } from "./colour-courier.ts";
import { createColourJobs } from "./colour-jobs.ts";
import type { ColouredCode } from "./coloured-code.ts";
import type { GrammarName } from "./languages.ts";
import type { ColourRequest } from "./protocol.ts";
import { loadTokenizer, type Tokenizer } from "./tokenizer.ts";

const languages = ["typescript", "python", "html", "markdown"] as const;
const pieces: Record<(typeof languages)[number], readonly string[]> = {
  typescript: ["`a ${", "}`", "/* b", " */", "const c", " = 1;", "'d'", "// e", "<f>"],
  python: ['"""', "def a", "():", " # b", "'c", "'", "return 1", "@d"],
  html: ["<p", ' a="', '">', "b", "</p>", "<!-- ", " -->", "<script>", "let c = 1", "</script>"],
  markdown: ["# a", "**b", "**", "```js", "```", "let c", "- d", "> e", "`f`"],
};

const json = await loadTokenizer("json");

/** A worker of this test's own: turns are short, so that answers come in many parts. */
function localWorker(
  log: ColourRequest[],
  load: (name: GrammarName) => Promise<Tokenizer> = async () => json,
): OpenColourPort {
  return (onAnswer) => {
    const jobs = createColourJobs(load, () => setTimeout(turn));
    function turn(): void {
      let lines = 0;
      onAnswer(structuredClone(jobs.work(() => (lines += 1) >= 3)));
      if (jobs.hasWork()) setTimeout(turn, 4);
    }
    const post = (request: ColourRequest) => {
      log.push(request);
      setTimeout(() => {
        jobs.take(structuredClone(request));
        turn();
      }, 3);
    };
    return { post, close: () => undefined };
  };
}

/** The colours of all lines, each on its own, after the ones before. */
function wholeOf(tokenizer: Tokenizer, code: string): LineColours[] {
  let { start: state } = tokenizer;
  const lines = code.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => {
    const result = tokenizer.colour(line, state);
    ({ state } = result);
    return result.colours;
  });
}

const shownOf = (code: ColouredCode, lines: number) =>
  Array.from(
    { length: lines },
    (_line, place) => code.chunk(Math.floor(place / linesInChunk))[place % linesInChunk],
  );

const settle = () => vi.advanceTimersByTimeAsync(2000);

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("requestIdleCallback", (action: () => void) => queueMicrotask(action));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("Courier", () => {
  it.each(languages)("colours code that comes in any parts as it colours the whole: %s", async (name) => {
    const tokenizer = await loadTokenizer(name);
    const part = fc.constantFrom(...pieces[name], "\n", "\n", "\n".repeat(30), " ");
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ text: fc.array(part, { maxLength: 6 }), wait: fc.nat(60), cut: fc.nat(12) }), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.nat(3),
        async (steps, closedAfter) => {
          const courier = new Courier(localWorker([], async () => tokenizer));
          const block = courier.open(name, "");
          block.want();
          let code = "";
          for (const [index, { text, wait, cut }] of steps.entries()) {
            // Now and then the end is taken back.
            if (cut > 9) code = code.slice(0, -cut);
            code += text.join("");
            block.grow(code);
            await vi.advanceTimersByTimeAsync(wait);
            if (index === closedAfter) courier.close(block);
          }
          block.grow(code);
          await settle();
          const whole = wholeOf(tokenizer, code);
          expect(shownOf(block, whole.length)).toEqual(whole);
          if (code !== "") expect(block.knownColours).toBeDefined();
        },
      ),
      { numRuns: 60 },
    );
  });

  it("sends what is new alone, each whole line once, and asks nothing before it is wanted", async () => {
    const log: ColourRequest[] = [];
    const courier = new Courier(localWorker(log));
    const block = courier.open("json", "let a");
    block.grow("let a = 1;\nlet b");
    await settle();
    expect(log).toEqual([]);
    block.want();
    await settle();
    for (const end of [" = 2;\n", "let c", " = 3;\n"]) {
      block.grow(block.code + end);
      await vi.advanceTimersByTimeAsync(20);
    }
    await settle();
    expect(log.flatMap(({ lines }) => lines.map((item) => [item.from, item.lines]))).toEqual([
      [0, ["let a = 1;", "let b"]],
      [1, ["let b = 2;"]],
      [2, ["let c = 3;"]],
    ]);
  });

  it("sends at most one message a frame, and forgets a block that is closed", async () => {
    const log: ColourRequest[] = [];
    const courier = new Courier(localWorker(log));
    const blocks = ["a", "b", "c"].map((name) => courier.open("json", `["${name}"]\n`));
    for (const block of blocks) block.want();
    await vi.advanceTimersByTimeAsync(100);
    expect(log).toHaveLength(1);
    for (const block of blocks) courier.close(block);
    await settle();
    expect(log).toHaveLength(2);
    expect(log[1]?.forgotten).toHaveLength(3);
  });

  it("has the colours at once of code that is, or was, on screen", async () => {
    const log: ColourRequest[] = [];
    const courier = new Courier(localWorker(log));
    const one = courier.open("json", "[1]");
    expect(one.knownColours).toBeUndefined();
    one.want();
    await settle();
    expect(one.chunk(0)).toEqual(wholeOf(json, "[1]"));
    const other = courier.open("json", "[1]");
    expect(other.chunk(0)).toEqual(one.chunk(0));
    courier.close(one);
    courier.close(other);
    const again = courier.open("json", "[1]");
    expect(again.chunk(0)).toEqual(one.chunk(0));
    again.want();
    again.grow("[1]");
    await settle();
    expect(log.flatMap(({ lines }) => lines)).toHaveLength(1);
    expect(courier.open("jsonc", "[1]").knownColours).toBeUndefined();
  });

  it("leaves a very long line plain, and colours those after it", async () => {
    const courier = new Courier(localWorker([]));
    const block = courier.open("json", `[1,\n${'"a",'.repeat(50_000)}\n2]`);
    block.want();
    await settle();
    expect(block.chunk(0).map((colours) => colours?.length)).toEqual([3, 0, 2]);
  });

  it("ends a worker that hangs, leaves its block plain, and has the others coloured by another", async () => {
    const log: ColourRequest[] = [];
    let [opened, closed] = [0, 0];
    const courier = new Courier((onMessage, onFault) => {
      opened += 1;
      if (opened > 1) return localWorker(log)(onMessage, onFault);
      return {
        post: ({ lines }) => onMessage(lines.find((item) => item.lines.includes("hang"))?.block ?? 0),
        close: () => (closed += 1),
      };
    });
    const [hanging, other] = [courier.open("json", "hang"), courier.open("json", "[1]")];
    hanging.want();
    other.want();
    await vi.advanceTimersByTimeAsync(9000);
    expect([opened, closed]).toEqual([1, 0]);
    await vi.advanceTimersByTimeAsync(3000);
    expect([opened, closed]).toEqual([2, 1]);
    expect(other.chunk(0)).toEqual(wholeOf(json, "[1]"));
    hanging.grow("hang\n[2]\n");
    courier.close(hanging);
    const again = courier.open("json", "hang\n[2]\n");
    again.want();
    await settle();
    expect(again.chunk(0)).toEqual([]);
    expect(log.flatMap(({ lines }) => lines.flatMap((item) => item.lines))).toEqual(["[1]"]);
  });

  it("starts another worker on the next request when one failed, but not for ever", async () => {
    let opened = 0;
    const courier = new Courier((_onMessage, onFault) => {
      opened += 1;
      return { post: () => setTimeout(onFault), close: () => undefined };
    });
    const block = courier.open("json", "[1]\n");
    block.want();
    await settle();
    expect(opened).toBe(1);
    for (let line = 0; line < 9; line += 1) {
      block.grow(`${block.code}[1]\n`);
      await settle();
    }
    expect(opened).toBe(3);
    expect(block.chunk(0)).toEqual([]);
  });

  it("tells of colours that come while code grows once it rests, unless they were drawn with more of it", async () => {
    const block = new Courier(localWorker([])).open("json", "");
    const told = vi.fn();
    block.subscribe(told);
    block.want();
    block.grow("[1]\n");
    await vi.advanceTimersByTimeAsync(20);
    expect(block.chunk(0)).toHaveLength(1);
    block.noteDrawn(block.revision - 1);
    expect(told).not.toHaveBeenCalled();
    await settle();
    expect(told).toHaveBeenCalledOnce();
    block.grow("[1]\n[2]\n");
    await vi.advanceTimersByTimeAsync(20);
    expect(block.chunk(0)).toHaveLength(2);
    block.noteDrawn(block.revision);
    await settle();
    expect(told).toHaveBeenCalledOnce();
  });

  it("leaves code plain whose grammar fails or cannot be loaded", async () => {
    const failing = async (name: GrammarName): Promise<Tokenizer> => {
      if (name === "css") throw new Error("not there");
      return {
        ...json,
        colour: (line, state) => {
          if (line === "2") throw new Error("no such rule");
          return json.colour(line, state);
        },
      };
    };
    const courier = new Courier(localWorker([], failing));
    const [css, numbers, other] = [
      courier.open("css", "a {}"),
      courier.open("json", "1\n2\n3"),
      courier.open("json", "4"),
    ];
    for (const block of [css, numbers, other]) block?.want();
    await settle();
    expect(css?.chunk(0)).toEqual([]);
    expect(numbers?.knownColours).toBeUndefined();
    expect(other?.knownColours).toBeDefined();
  });
});
