import { type Benchmark, percentile } from "./benchmark.ts";
import { streamed } from "./streaming.ts";
import { between, composer, openSubject, type Subject } from "./subject.ts";

const kept = 200;
const typed = "version";

export const inspector: Benchmark = {
  name: "inspector",
  title: `2,000 tokens at 200 a second while requests are recorded and while not; a list of ${kept}`,
  figures: [
    { name: "main thread, closed", unit: "ms" },
    { name: "main thread, recording", unit: "ms" },
    { name: "main thread, recording paused", unit: "ms" },
    { name: "script, closed", unit: "ms" },
    { name: "script, recording", unit: "ms" },
    { name: "script, recording paused", unit: "ms" },
    { name: "main thread for a key in the filter, median", unit: "ms", digits: 1 },
    { name: "main thread for a key in the filter, 95th percentile", unit: "ms", digits: 1 },
  ],
  subjects: ["app"],
  async measure(surroundings) {
    const subject = await openSubject(surroundings.browser, surroundings.address);
    const { page, session } = subject;
    // The time that the thread ran, not the time that passed: the machine may do something else.
    await session.send("Performance.disable");
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const reply = async (tokens: number) => {
      await goTo(subject, "#/");
      await composer(page).waitFor();
      const count = surroundings.isQuick ? tokens / 5 : tokens;
      return streamed(subject, surroundings, {
        shape: "prose",
        parts: [{ tokens: count, perSecond: 200 }],
      });
    };
    // What is compiled and loaded at first belongs to none of them.
    await reply(2000);
    const closed = await reply(2000);
    await goTo(subject, "#/requests");
    const pause = page.getByRole("button", { name: "Pause recording" });
    await pause.waitFor();
    const recording = await reply(2000);
    await goTo(subject, "#/requests");
    await pause.click();
    const paused = await reply(2000);
    const keys = await costsOfKeys(subject);
    await subject.close();
    return {
      "main thread, closed": closed["main thread"] ?? Number.NaN,
      "main thread, recording": recording["main thread"] ?? Number.NaN,
      "main thread, recording paused": paused["main thread"] ?? Number.NaN,
      "script, closed": closed["of it script"] ?? Number.NaN,
      "script, recording": recording["of it script"] ?? Number.NaN,
      "script, recording paused": paused["of it script"] ?? Number.NaN,
      "main thread for a key in the filter, median": percentile(keys, 0.5),
      "main thread for a key in the filter, 95th percentile": percentile(keys, 0.95),
    };
  },
};

/** As a link does: what is recorded lives as long as the page. */
async function goTo({ page }: Subject, address: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, address);
}

/** Fills the list by sending one request again and again, then types into its filter and takes it back. */
async function costsOfKeys(subject: Subject): Promise<readonly number[]> {
  const { page } = subject;
  await goTo(subject, "#/requests");
  await page.getByRole("option", { name: "GET /api/" }).first().click();
  const replay = page.getByRole("button", { name: "Replay", exact: true });
  for (let count = 0; count < kept; count++) await replay.click();
  await page.getByRole("button", { name: "Close details" }).click();
  await page.waitForTimeout(1000);
  await page.getByRole("searchbox", { name: "Filter by address or body" }).focus();
  const costs: number[] = [];
  for (const key of [...typed, ...Array.from(typed, () => "Backspace")]) {
    const before = await subject.work();
    await page.keyboard.press(key);
    await page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    costs.push(between(before, await subject.work()).main);
    await page.waitForTimeout(250);
  }
  return costs;
}
