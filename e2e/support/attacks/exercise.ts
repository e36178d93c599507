// oxlint-disable unicorn/consistent-function-scoping -- a page is given the text of the one function, without what is around it
import type { Page } from "@playwright/test";

/** Does with the newest replies what a reader does: reads them from top to end, and goes over what can be pointed at. */
export async function exercise(page: Page, replies: number, quietMs: number): Promise<void> {
  await page.evaluate(untilQuiet, quietMs);
  await page.evaluate(readThrough, replies);
  await page.evaluate(pointAtAll, replies);
  await page.evaluate(untilQuiet, quietMs);
}

/** Until nothing has changed for a while: what is drawn late has been drawn. */
function untilQuiet(quietMs: number): Promise<void> {
  return new Promise((resolve) => {
    const begun = performance.now();
    let last = begun;
    const observer = new MutationObserver(() => (last = performance.now()));
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    const timer = setInterval(() => {
      const now = performance.now();
      if (now - last < quietMs && now - begun < 10_000) return;
      clearInterval(timer);
      observer.disconnect();
      resolve();
    }, 50);
  });
}

async function readThrough(replies: number): Promise<void> {
  const articles = [...document.querySelectorAll('[role="log"] article')].slice(-2 * replies);
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const blocks = articles.flatMap((article) => [...article.querySelectorAll('[data-part="body"] > * > *')]);
  const step = Math.max(1, Math.floor(blocks.length / 60));
  for (let index = 0; index < blocks.length; index += step) {
    blocks[index]?.scrollIntoView({ block: "center" });
    await frame();
  }
}

function pointAtAll(replies: number): void {
  const controls = [...document.querySelectorAll('[role="log"] article')]
    .slice(-2 * replies)
    .flatMap((article) => [
      ...article.querySelectorAll<HTMLElement>("[data-part] :is(a, button, [tabindex], img, svg, [title])"),
    ]);
  const types = ["pointerover", "pointerenter", "mouseover", "mouseenter", "pointerout", "mouseout"];
  // Of a thousand equal links some are enough.
  const step = Math.max(1, Math.floor(controls.length / 150));
  for (let index = 0; index < controls.length; index += step) {
    const control = controls[index];
    control?.focus({ preventScroll: true });
    for (const type of types) {
      control?.dispatchEvent(new PointerEvent(type, { bubbles: !type.endsWith("enter") }));
    }
    control?.blur();
  }
}
