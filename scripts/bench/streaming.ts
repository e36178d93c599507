import { type Benchmark, both, type Surroundings, updates, type Values } from "./benchmark.ts";
import { marks, type Plan } from "./plan.ts";
import { between, openSubject, type Subject } from "./subject.ts";

const figures: Benchmark["figures"] = [
  { name: "main thread", unit: "ms", isCost: true },
  { name: "of it script", unit: "ms", isCost: true },
  { name: "of it style and layout", unit: "ms", isCost: true },
  updates,
  { name: "long tasks", unit: "" },
  { name: "longest long task", unit: "ms" },
  { name: "first token: written to painted", unit: "ms", digits: 1 },
  { name: "last token: written to painted", unit: "ms", digits: 1 },
  { name: "whole reply: sent to painted", unit: "ms" },
  { name: "first token of a second reply", unit: "ms", digits: 1 },
];

/** A whole reply, from the question to the paint of its last token. */
async function measureReply(surroundings: Surroundings, plan: Plan): Promise<Values> {
  const subject = await openSubject(surroundings.browser, surroundings.address);
  await subject.page.evaluate(() => window.probe.reset(false));
  const before = await subject.work();
  const ended = subject.shown(marks.ended);
  await subject.ask(plan);
  await ended;
  // What a page still does when the last text is there belongs to the reply.
  await subject.page.waitForTimeout(500);
  const cost = between(before, await subject.work());
  const seen = await subject.page.evaluate(() => window.probe.read());
  const written = await surroundings.server.written();
  const second = await firstTokenOfSecond(subject, surroundings);
  await subject.close();
  return {
    "main thread": cost.main,
    "of it script": cost.script,
    "of it style and layout": cost.layout,
    [updates.name]: (seen.updates * 1000) / (seen.lastPaint - written.begun),
    "long tasks": seen.longTasks.length,
    "longest long task": Math.max(0, ...seen.longTasks),
    "first token: written to painted": seen.firstPaint - written.begun,
    "last token: written to painted": seen.lastPaint - written.ended,
    "whole reply: sent to painted": cost.wall - 500,
    "first token of a second reply": second,
  };
}

/** Once everything that a reply needs has been loaded and drawn before. */
async function firstTokenOfSecond(subject: Subject, { server }: Surroundings): Promise<number> {
  await subject.page.evaluate(() => window.probe.reset(false));
  const begun = subject.shown(marks.begun);
  await subject.ask({ atOnce: 0, later: 20, perSecond: 20 });
  await begun;
  const { firstPaint } = await subject.page.evaluate(() => window.probe.read());
  return firstPaint - (await server.written()).begun;
}

export const paced: Benchmark = {
  name: "paced",
  title: "2,000 tokens at 100 a second",
  figures,
  subjects: both,
  measure: (surroundings) =>
    measureReply(surroundings, { atOnce: 0, later: surroundings.isQuick ? 400 : 2000, perSecond: 100 }),
};

export const flood: Benchmark = {
  name: "flood",
  title: "8,000 tokens as fast as they can be read",
  figures,
  subjects: both,
  measure: (surroundings) =>
    measureReply(surroundings, { atOnce: surroundings.isQuick ? 2000 : 8000, later: 0, perSecond: 1 }),
};
