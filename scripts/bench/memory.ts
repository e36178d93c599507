import type { Benchmark } from "./benchmark.ts";
import { marks, type Plan } from "./plan.ts";
import { composer, openSubject, type Subject } from "./subject.ts";

const replies = 5;

export const memory: Benchmark = {
  name: "memory",
  title: "Memory: 100,000 tokens streamed, then another conversation",
  figures: [
    { name: "JavaScript heap before", unit: "MB", digits: 1 },
    { name: "with the conversation open", unit: "MB", digits: 1 },
    { name: "after leaving it", unit: "MB", digits: 1 },
    { name: "kept", unit: "MB", digits: 1 },
    { name: "nodes before", unit: "" },
    { name: "nodes with the conversation open", unit: "" },
    { name: "nodes after leaving it", unit: "" },
  ],
  subjects: ["app"],
  async measure({ browser, address, isQuick }) {
    const subject = await openSubject(browser, address);
    // What a first reply loads and keeps for all later ones is no part of the question.
    await stream(subject, { shape: "mixed", parts: [{ tokens: 2000 }] });
    await leave(subject);
    const before = await used(subject);
    for (let count = 0; count < replies; count += 1) {
      await stream(subject, { shape: "mixed", parts: [{ tokens: isQuick ? 4000 : 20_000 }] });
    }
    const open = await used(subject);
    await leave(subject);
    const after = await used(subject);
    await subject.close();
    return {
      "JavaScript heap before": before.megabytes,
      "with the conversation open": open.megabytes,
      "after leaving it": after.megabytes,
      kept: after.megabytes - before.megabytes,
      "nodes before": before.nodes,
      "nodes with the conversation open": open.nodes,
      "nodes after leaving it": after.nodes,
    };
  },
};

async function stream(subject: Subject, plan: Plan): Promise<void> {
  const ended = subject.shown(marks.ended);
  await subject.ask(plan);
  await ended;
  await subject.page
    .locator("[data-status]")
    .last()
    .and(subject.page.locator("[data-status=done]"))
    .waitFor();
  await subject.page.waitForTimeout(2000);
}

async function leave({ page }: Subject): Promise<void> {
  const sidebar = page.getByRole("navigation", { name: "Conversations" });
  await sidebar.getByRole("link", { name: "New conversation", exact: true }).click();
  await page.getByRole("log").waitFor({ state: "detached" });
  await composer(page).waitFor();
  await page.waitForTimeout(2000);
}

/** What is left when everything that nobody holds is gone. */
async function used({ session }: Subject): Promise<{ megabytes: number; nodes: number }> {
  await session.send("HeapProfiler.collectGarbage");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  const values = new Map(metrics.map(({ name, value }) => [name, value]));
  return { megabytes: (values.get("JSHeapUsedSize") ?? 0) / 1e6, nodes: values.get("Nodes") ?? 0 };
}
