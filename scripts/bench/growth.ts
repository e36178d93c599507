import { type Benchmark, both, updates } from "./benchmark.ts";
import { marks } from "./plan.ts";
import { between, openSubject } from "./subject.ts";

const perSecond = 20;

/** What one more token costs when so many are there already. */
export function growthAfter(count: number): Benchmark {
  return {
    name: `growth-${count}`,
    title: `One more token at ${perSecond} a second after ${count.toLocaleString("en")}`,
    figures: [{ name: "main thread per token", unit: "ms", digits: 2, isCost: true }, updates],
    subjects: both,
    async measure({ browser, address, isQuick }) {
      const seconds = isQuick ? 2 : 5;
      const subject = await openSubject(browser, address);
      const prefilled = subject.shown(marks.prefilled);
      await subject.ask({ atOnce: count, later: (seconds + 4) * perSecond, perSecond });
      await prefilled;
      await subject.page.waitForTimeout(1000);
      await subject.page.evaluate(() => window.probe.reset(false));
      const before = await subject.work();
      await subject.page.waitForTimeout(seconds * 1000);
      const cost = between(before, await subject.work());
      const seen = await subject.page.evaluate(() => window.probe.read());
      await subject.close();
      return {
        "main thread per token": cost.main / ((cost.wall / 1000) * perSecond),
        [updates.name]: (seen.updates * 1000) / cost.wall,
      };
    },
  };
}
