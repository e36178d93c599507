import { type Benchmark, both, percentile, updates } from "./benchmark.ts";
import { marks, partMark } from "./plan.ts";
import { composer, openSubject } from "./subject.ts";

const sentence = "What is typed while a reply comes must be seen at once.";

export const typing: Benchmark = {
  name: "typing",
  title: "Typing while 100 tokens a second follow 1,500",
  figures: [
    { name: "key to paint, median", unit: "ms", digits: 1 },
    { name: "key to paint, 95th percentile", unit: "ms", digits: 1 },
    { name: "frame gap, median", unit: "ms", digits: 1 },
    { name: "frame gap, 95th percentile", unit: "ms", digits: 1 },
    { name: "frame gap, longest", unit: "ms", digits: 1 },
    updates,
    { name: "long tasks", unit: "" },
  ],
  subjects: both,
  async measure({ browser, address, server, isQuick }) {
    const subject = await openSubject(browser, address);
    const [prefilled, ended] = [subject.shown(partMark(0)), subject.shown(marks.ended)];
    await subject.ask({
      shape: "prose",
      parts: [{ tokens: 1500 }, { tokens: isQuick ? 400 : 800, perSecond: 100 }],
    });
    await prefilled;
    await composer(subject.page).focus();
    server.goOn();
    await subject.page.waitForTimeout(500);
    await subject.page.evaluate(() => window.probe.reset(true));
    for (const character of isQuick ? sentence.slice(0, 20) : sentence) {
      await subject.page.keyboard.press(character === " " ? "Space" : character);
      await subject.page.waitForTimeout(90);
    }
    const seen = await subject.page.evaluate(() => {
      const { updates: count, ...rest } = window.probe.read();
      window.probe.reset(false);
      return { ...rest, count };
    });
    await ended;
    await subject.close();
    return {
      "key to paint, median": percentile(seen.keyLatencies, 0.5),
      "key to paint, 95th percentile": percentile(seen.keyLatencies, 0.95),
      "frame gap, median": percentile(seen.frameGaps, 0.5),
      "frame gap, 95th percentile": percentile(seen.frameGaps, 0.95),
      "frame gap, longest": Math.max(...seen.frameGaps),
      [updates.name]: (seen.count * 1000) / (seen.lastPaint - seen.firstPaint),
      "long tasks": seen.longTasks.length,
    };
  },
};
