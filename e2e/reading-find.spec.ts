import { distance, paragraphs } from "./pages/reading.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("The search begins at what I see, also where that holds no match", async ({ chat, ollama, page }) => {
  for (const name of ["Alpha", "Beta", "Gamma"]) {
    ollama.script(says(`The needle of ${name}.\n\n${paragraphs(20)}`));
    await chat.ask(name);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  }
  await page.getByRole("button", { name: "Outline" }).click();
  await page.getByRole("navigation", { name: "Outline" }).getByRole("button", { name: "Beta" }).click();
  await page.keyboard.press("Escape");
  await expect(chat.questions.nth(1)).toBeFocused();
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox", { name: "Find in conversation" }).fill("needle");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("2 / 3");
});

test("A search that takes long neither counts nor shows what I looked for before", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script({
    about: "two words far apart, then more",
    steps: [
      { say: `First a needle.\n\n${paragraphs(30)}\n\nAnd a pin.` },
      { pause: true },
      { say: " More." },
    ],
  });
  await chat.ask("Where?");
  const needle = chat.reply.getByText("First a needle.");
  await expect(chat.reply).toContainText("And a pin.");
  await page.keyboard.press("Control+f");
  const box = page.getByRole("searchbox", { name: "Find in conversation" });
  const status = page.getByRole("search").getByRole("status");
  await box.fill("pin");
  await expect(status).toHaveText("1 / 1");
  await page.evaluate(holdSearch);
  await box.fill("needle");
  await box.press("Enter");
  await expect(status).toHaveCSS("opacity", "0");
  // While the search is on, the transcript changes, and is searched again.
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.waitForTimeout(500);
  await page.evaluate(() => window.dispatchEvent(new Event("test-search")));
  await expect(status).toHaveText("1 / 1");
  await expect(status).toHaveCSS("opacity", "1");
  await expect(needle).toBeInViewport();
});

/** From now on the page has no time to search, until it is told. */
function holdSearch() {
  const { requestIdleCallback: request, cancelIdleCallback: cancel } = window;
  const waiting = new Map<number, IdleRequestCallback>();
  let last = 0;
  window.requestIdleCallback = (run) => {
    last += 1;
    waiting.set(last, run);
    return last;
  };
  window.cancelIdleCallback = (handle) => void waiting.delete(handle);
  const go = () => {
    Object.assign(window, { requestIdleCallback: request, cancelIdleCallback: cancel });
    for (const run of waiting.values()) request(run);
  };
  window.addEventListener("test-search", go, { once: true });
}

test("What I found stays where it is while the reply grows", async ({ chat, ollama, page }) => {
  ollama.script({
    about: "a word, and later much more",
    steps: [{ say: "A needle here." }, { pause: true }, { say: paragraphs(30) }],
  });
  await chat.ask("Where?");
  await expect(chat.body(chat.reply)).toHaveText("A needle here.");
  await page.keyboard.press("Control+f");
  await page.getByRole("searchbox", { name: "Find in conversation" }).fill("needle");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("1 / 1");
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.reply.getByText("A needle here.")).toBeInViewport();
  expect(await distance(chat.transcript)).toBeGreaterThan(400);
});

test("A search that finds nothing gives the focus back", async ({ chat, page }) => {
  await chat.ask("Hello");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.composer.fill("Half a sentence");
  await page.keyboard.press("Control+f");
  const box = page.getByRole("searchbox", { name: "Find in conversation" });
  await box.fill("haystack");
  await expect(page.getByRole("search").getByRole("status")).toHaveText("No matches");
  await box.press("Escape");
  await expect(chat.composer).toBeFocused();
});
