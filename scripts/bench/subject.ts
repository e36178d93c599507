import type { Browser, BrowserContext, CDPSession, Page } from "@playwright/test";
import { installProbe } from "./probe.ts";
import { type Plan, questionOf } from "./plan.ts";

/** Seconds of the main thread since the page was opened. */
export interface Work {
  readonly task: number;
  readonly script: number;
  readonly layout: number;
  /** When it was read, in milliseconds. */
  readonly at: number;
}

/** A page that is measured: the app, or the reference. */
export interface Subject {
  readonly page: Page;
  readonly session: CDPSession;
  ask(plan: Plan): Promise<void>;
  work(): Promise<Work>;
  /** Resolves once a reply with this text near its end is painted. */
  shown(text: string): Promise<void>;
  close(): Promise<void>;
}

export const patience = 120_000;

export async function newContext(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    locale: "en-US",
    viewport: { width: 1280, height: 800 },
    // It fetches the build while something is measured, as it does once for a user.
    serviceWorkers: "block",
  });
  context.setDefaultTimeout(patience);
  // The functions that are handed to the page refer to this one, which their compiler adds.
  await context.addInitScript("globalThis.__name ??= (named) => named");
  await context.addInitScript(installProbe);
  return context;
}

/** Opens a page that is not measured yet. */
export async function newSubject(context: BrowserContext): Promise<Subject> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  return {
    page,
    session,
    async ask(plan) {
      const box = composer(page);
      await box.fill(questionOf(plan));
      await box.press("Enter");
    },
    async work() {
      const { metrics } = await session.send("Performance.getMetrics");
      const values = new Map(metrics.map(({ name, value }) => [name, value]));
      const [task, script] = [values.get("TaskDuration") ?? 0, values.get("ScriptDuration") ?? 0];
      const layout = (values.get("LayoutDuration") ?? 0) + (values.get("RecalcStyleDuration") ?? 0);
      return { task, script, layout, at: performance.now() };
    },
    shown: (text) => page.evaluate((wanted) => window.probe.shown(wanted), text),
    close: () => context.close(),
  };
}

/** Opened and idle: whatever a page does at its start is over. */
export async function openSubject(browser: Browser, address: string): Promise<Subject> {
  const subject = await newSubject(await newContext(browser));
  await subject.page.goto(address);
  await composer(subject.page).waitFor();
  await subject.page.waitForTimeout(1000);
  return subject;
}

export function composer(page: Page) {
  return page.getByRole("textbox", { name: "Message", exact: true });
}

/** Milliseconds of the main thread from one reading to the next. */
export function between(before: Work, after: Work) {
  return {
    main: (after.task - before.task) * 1000,
    script: (after.script - before.script) * 1000,
    layout: (after.layout - before.layout) * 1000,
    wall: after.at - before.at,
  };
}
