import { type Benchmark, both, median, type Surroundings, updates, type Values } from "./benchmark.ts";
import { marks, type Plan } from "./plan.ts";
import type { Shape } from "./shapes.ts";
import { between, openSubject, type Subject } from "./subject.ts";

/** What `streamed` finds. */
export const streamedFigures: Benchmark["figures"] = [
  { name: "main thread", unit: "ms", isCost: true },
  { name: "of it script", unit: "ms", isCost: true },
  { name: "of it style and layout", unit: "ms", isCost: true },
  updates,
  { name: "long tasks", unit: "" },
  { name: "longest long task", unit: "ms" },
  { name: "first token: written to painted", unit: "ms", digits: 1 },
  { name: "last token: written to painted", unit: "ms", digits: 1 },
  { name: "first token to end shown", unit: "ms" },
  { name: "first token written to end shown", unit: "ms" },
  { name: "whole reply: sent to painted", unit: "ms" },
];

/** A whole reply, from the question to the paint of its last token. */
export async function streamed(subject: Subject, { server }: Surroundings, plan: Plan): Promise<Values> {
  await subject.page.evaluate(() => window.probe.reset(false));
  const before = await subject.work();
  const ended = subject.shown(marks.ended);
  await subject.ask(plan);
  await ended;
  // What a page still does when the last text is there belongs to the reply.
  await subject.page.waitForTimeout(500);
  const cost = between(before, await subject.work());
  const seen = await subject.page.evaluate(() => window.probe.read());
  const written = await server.written();
  return {
    "main thread": cost.main,
    "of it script": cost.script,
    "of it style and layout": cost.layout,
    [updates.name]: (seen.updates * 1000) / (seen.lastPaint - written.begun),
    "long tasks": seen.longTasks.length,
    "longest long task": Math.max(0, ...seen.longTasks),
    "first token: written to painted": seen.firstPaint - written.begun,
    "last token: written to painted": seen.lastPaint - written.ended,
    "first token to end shown": seen.lastPaint - seen.firstPaint,
    "first token written to end shown": seen.lastPaint - written.begun,
    "whole reply: sent to painted": cost.wall - 500,
  };
}

interface Reply {
  readonly shape: Shape;
  readonly count: number;
  readonly perSecond?: number;
  /** Pages a run, where one reply is soon over and chance has a large part in it. */
  readonly pages?: number;
}

function reply(name: string, { shape, count, perSecond, pages = 1 }: Reply): Benchmark {
  const pace = perSecond === undefined ? "as fast as they can be read" : `at ${perSecond} a second`;
  const kinds = shape === "mixed" ? ": headings, lists, code, tables" : "";
  const medians = pages > 1 ? `, medians of ${pages} pages a run` : "";
  return {
    name,
    title: `${count.toLocaleString("en")} tokens ${pace}${kinds}${medians}`,
    figures: streamedFigures,
    subjects: both,
    async measure(surroundings) {
      const tokens = surroundings.isQuick ? count / 5 : count;
      const part = perSecond === undefined ? { tokens } : { tokens, perSecond };
      const found: Values[] = [];
      for (let page = 0; page < (surroundings.isQuick ? 1 : pages); page++) {
        const subject = await openSubject(surroundings.browser, surroundings.address);
        found.push(await streamed(subject, surroundings, { shape, parts: [part] }));
        await subject.close();
      }
      const middle = (figure: string) => median(found.map((values) => values[figure] ?? 0));
      return Object.fromEntries(streamedFigures.map((figure) => [figure.name, middle(figure.name)]));
    },
  };
}

export const paced = reply("paced", { shape: "prose", count: 2000, perSecond: 100 });
export const pacedMixed = reply("paced-mixed", { shape: "mixed", count: 1000, perSecond: 100 });
export const flood = reply("flood", { shape: "prose", count: 8000, pages: 10 });
export const floodMixed = reply("flood-mixed", { shape: "mixed", count: 8000, pages: 10 });
