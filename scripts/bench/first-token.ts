import { type Benchmark, both, median, type Surroundings } from "./benchmark.ts";
import { marks } from "./plan.ts";
import { openSubject, type Subject } from "./subject.ts";

const [first, second] = ["of the first reply", "of a second reply"];

/** A paint comes a frame sooner or later by chance: few pages decide nothing. */
export const firstToken: Benchmark = {
  name: "first-token",
  title: "First token: written to painted, medians of 15 pages a run",
  figures: [first, second].map((name) => ({ name, unit: "ms", digits: 1 })),
  subjects: both,
  async measure(surroundings) {
    const found: { readonly first: number; readonly second: number }[] = [];
    for (let page = 0; page < (surroundings.isQuick ? 3 : 15); page++) {
      const subject = await openSubject(surroundings.browser, surroundings.address);
      found.push({
        first: await lateness(subject, surroundings),
        second: await lateness(subject, surroundings),
      });
      await subject.close();
    }
    return {
      [first]: median(found.map((one) => one.first)),
      [second]: median(found.map((one) => one.second)),
    };
  },
};

/** Of the first token of a short reply, which is then let end. */
async function lateness(subject: Subject, { server }: Surroundings): Promise<number> {
  await subject.page.evaluate(() => window.probe.reset(false));
  const ended = subject.shown(marks.ended);
  await subject.ask({ shape: "prose", parts: [{ tokens: 20, perSecond: 40 }] });
  await ended;
  await subject.page.waitForTimeout(500);
  const { firstPaint } = await subject.page.evaluate(() => window.probe.read());
  return firstPaint - (await server.written()).begun;
}
