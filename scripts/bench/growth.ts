import { type Benchmark, both, type Figure, updates } from "./benchmark.ts";
import { partMark, type Plan } from "./plan.ts";
import type { Shape } from "./shapes.ts";
import { between, openSubject } from "./subject.ts";

const perSecond = 20;

/** What one more token costs when so many are there already, in one reply of one shape that goes on and on. */
function growth(shape: Shape, title: string, counts: readonly number[]): Benchmark {
  return {
    name: `growth-${shape}`,
    title: `One more token at ${perSecond} a second: ${title}`,
    figures: [...counts.map(costAfter), updates],
    subjects: both,
    async measure({ browser, address, server, isQuick }) {
      const seconds = isQuick ? 2 : 3;
      const subject = await openSubject(browser, address);
      const measured: Record<string, number> = {};
      let leastUpdates = Infinity;
      const plan = planOf(shape, counts, (seconds + 1) * perSecond);
      let come: Promise<void> | undefined = subject.shown(partMark(0));
      await subject.ask(plan);
      for (const [place, count] of counts.entries()) {
        await come;
        await subject.page.waitForTimeout(1000);
        come = place + 1 < counts.length ? subject.shown(partMark(2 * (place + 1))) : undefined;
        server.goOn();
        await subject.page.waitForTimeout(500);
        await subject.page.evaluate(() => window.probe.reset(false));
        const before = await subject.work();
        await subject.page.waitForTimeout(seconds * 1000);
        const cost = between(before, await subject.work());
        const seen = await subject.page.evaluate(() => window.probe.read());
        measured[costAfter(count).name] = cost.main / ((cost.wall / 1000) * perSecond);
        leastUpdates = Math.min(leastUpdates, (seen.updates * 1000) / cost.wall);
      }
      await subject.close();
      return { ...measured, [updates.name]: leastUpdates };
    },
  };
}

export function costAfter(count: number): Figure {
  return {
    name: `main thread per token after ${count.toLocaleString("en")}`,
    unit: "ms",
    digits: 2,
    isCost: true,
  };
}

/** So many tokens at once, some at the rate, then as many at once as lead to the next count. */
function planOf(shape: Shape, counts: readonly number[], later: number): Plan {
  const parts = counts.flatMap((count, place) => {
    const before = place === 0 ? 0 : (counts[place - 1] ?? 0) + later;
    return [{ tokens: count - before }, { tokens: later, perSecond }];
  });
  return { shape, parts };
}

export const growthCounts = {
  prose: [1000, 4000, 8000, 32_000],
  code: [1000, 6000],
  table: [1000, 12_400],
  list: [1000, 14_000],
  nested: [1000, 6000],
} satisfies Partial<Record<Shape, readonly number[]>>;

const { prose, code, table, list, nested } = growthCounts;

export const growths: readonly Benchmark[] = [
  growth("prose", "prose", prose),
  growth("code", "in one block of code", code),
  growth("table", "in one table, in the end of 1,000 rows", table),
  growth("list", "in one list, in the end of 2,000 items", list),
  growth("nested", "in a list of the twentieth level within quotes", nested),
];
