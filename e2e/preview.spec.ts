import { readFileSync } from "node:fs";
import { codeBlock, preview, PreviewPanel } from "./pages/preview-panel.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A page that the model wrote runs beside the transcript, when I ask for it", async ({
  chat,
  ollama,
  page,
  complaints,
}) => {
  const code = `<!doctype html><title>T</title><h1>Hello</h1><form><input required value="a"><button>Add</button></form>
<ul id="list"></ul><a href="#list">down</a>
<script>
console.log("began", {a: [1]}, 5);
document.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  document.querySelector("#list").innerHTML += "<li>item</li>";
  localStorage.setItem("items", "1");
  console.warn("stored " + localStorage.getItem("items"));
});
addEventListener("hashchange", () => console.info("at " + location.hash));
setTimeout(() => { throw new Error("late fault"); }, 50);
</script>`;
  ollama.script(says(codeBlock("html", code)));
  await chat.ask("Write me a page");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(page.locator("iframe")).toHaveCount(0);
  const opener = chat.reply.getByRole("button", { name: "Preview", exact: true });
  await opener.click();
  const panel = new PreviewPanel(page);
  await expect(panel.content.getByRole("heading", { name: "Hello" })).toBeVisible();
  await expect(panel.root.getByRole("heading", { name: "HTML" })).toBeFocused();
  const [beside, transcript] = [await panel.root.boundingBox(), await chat.transcript.boundingBox()];
  expect((transcript?.x ?? 0) + (transcript?.width ?? 0)).toBeLessThanOrEqual((beside?.x ?? 0) + 1);
  expect(beside?.width).toBeGreaterThanOrEqual(360);

  await panel.content.getByRole("button", { name: "Add" }).click();
  await expect(panel.content.getByRole("listitem")).toHaveText("item");
  await panel.content.getByRole("link", { name: "down" }).click();
  await expect(panel.consoleButton).toHaveAccessibleName("Console: 4 messages, 1 error");
  await panel.consoleButton.click();
  await expect(panel.console).toContainText('began {"a":[1]} 5');
  await expect(panel.console).toContainText("Warning: stored 1");
  await expect(panel.console).toContainText("at #list");
  await expect(panel.console).toContainText("Error: Error: late fault");

  await panel.button("Full screen").click();
  await expect.poll(async () => (await panel.root.boundingBox())?.width).toBe(page.viewportSize()?.width);
  await panel.button("Leave full screen").click();
  await expect.poll(async () => (await panel.root.boundingBox())?.width).toBe(beside?.width);

  const download = page.waitForEvent("download");
  await panel.button("Download the source").click();
  expect(readFileSync(await (await download).path(), "utf8")).toBe(code);
  await panel.button("Show source").click();
  await expect(panel.root.locator("pre")).toHaveText(code);
  await panel.button("Show source").click();

  await panel.button("Stop preview").click();
  await expect(panel.root.getByRole("status").filter({ hasText: "stopped" })).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
  await panel.button("Reload preview").first().click();
  await expect(panel.content.getByRole("heading", { name: "Hello" })).toBeVisible();
  await expect(panel.content.getByRole("listitem")).toHaveCount(0);

  await panel.button("Reload preview").first().focus();
  await page.keyboard.press("Escape");
  await expect(panel.root).toHaveCount(0);
  await expect(opener).toBeFocused();
  await opener.click();
  await panel.content.getByRole("textbox").click();
  await page.keyboard.press("Escape");
  await expect(panel.root).toHaveCount(0);
  complaints.length = 0;
});

test("SVG is shown and JavaScript is run with its console", async ({ chat, ollama }) => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><circle id="dot" r="9" cx="20" cy="20"/></svg>';
  const panel = await preview(chat, ollama, "svg", svg);
  await expect(panel.content.locator("#dot")).toBeVisible();
  await panel.button("Close preview").click();
  const js = await preview(
    chat,
    ollama,
    "js",
    "const text = '</scr' + 'ipt>'; console.log(['a', '</script>', 6 * 7].join(' '))",
  );
  await expect(js.console).toContainText("a </script> 42");
});

test("While it streams, a block is previewed once it is complete; each later one is a version", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script({
    about: "two pages",
    steps: [
      { say: "One:\n\n```html\n<h1>First</h1>" },
      { pause: true },
      { say: "\n```\n\nThen:\n\n" },
      { pause: true },
      { say: "```html\n<h1>Second</h1>\n```\n" },
    ],
  });
  await chat.ask("Two pages");
  await expect(chat.body(chat.reply)).toContainText("First");
  const openers = chat.reply.getByRole("button", { name: "Preview", exact: true });
  await expect(openers).toHaveCount(0);
  ollama.release();
  await openers.click();
  const panel = new PreviewPanel(page);
  await expect(panel.content.getByRole("heading", { name: "First" })).toBeVisible();
  await expect(panel.root).not.toContainText("version");
  ollama.release();
  await expect(panel.root).toContainText("version 1 / 2");
  await expect(panel.content.getByRole("heading", { name: "First" })).toBeVisible();
  await panel.button("A newer version came: show it").click();
  await expect(panel.content.getByRole("heading", { name: "Second" })).toBeVisible();
  await expect(panel.root).toContainText("version 2 / 2");

  ollama.script(says(codeBlock("html", "<h1>Third</h1>")));
  await chat.ask("Once more");
  await expect(panel.root).toContainText("version 2 / 3");
  await panel.button("Next version of the preview").click();
  await expect(panel.content.getByRole("heading", { name: "Third" })).toBeVisible();
  await panel.button("Previous version of the preview").click();
  await panel.button("Previous version of the preview").click();
  await expect(panel.content.getByRole("heading", { name: "First" })).toBeVisible();
});

test("An endless loop in a preview does not hold the app, and can be stopped", async ({
  chat,
  ollama,
  page,
}) => {
  const panel = await preview(
    chat,
    ollama,
    "js",
    'console.log("before"); setTimeout(() => { for (;;) {} }, 300)',
  );
  await expect(panel.console).toContainText("before");
  await page.waitForTimeout(500);
  await chat.composer.fill("Still here");
  await expect(chat.composer).toHaveValue("Still here");
  await panel.button("Stop preview").click();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test("A preview that works for long before it answers stays", async ({ chat, ollama, page }) => {
  const panel = await preview(
    chat,
    ollama,
    "html",
    `<h1>Busy</h1><script>
setTimeout(() => {
  const end = Date.now() + 2500;
  while (Date.now() < end);
  console.log("worked");
}, 0);
</script>`,
  );
  await expect(panel.consoleButton).toHaveAccessibleName("Console: 1 message, 0 errors");
  // Longer than it would be waited for.
  await page.waitForTimeout(2000);
  await expect(panel.content.getByRole("heading", { name: "Busy" })).toBeVisible();
});

test("A preview that never answers is stopped, and not said to have left", async ({ chat, ollama, page }) => {
  const panel = await preview(chat, ollama, "html", "<script>window.parent = null</script>");
  await expect(panel.root.getByRole("status").filter({ hasText: "does not answer" })).toBeVisible();
  await expect(page.locator("iframe")).toHaveCount(0);
});

test.describe("a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("shows a preview over the whole window", async ({ chat, ollama, page }) => {
    const panel = await preview(chat, ollama, "html", "<h1>Small</h1>");
    await expect(panel.content.getByRole("heading", { name: "Small" })).toBeVisible();
    expect(await panel.root.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test("keeps the focus in a preview that covers the page", async ({ chat, ollama, page }) => {
    const panel = await preview(chat, ollama, "html", "<p>Small</p>");
    await expect(panel.root.getByRole("heading", { name: "HTML" })).toBeFocused();
    const places = new Set<string>();
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press("Tab");
      places.add(
        await panel.root.evaluate((root) => {
          const { activeElement } = document;
          if (activeElement === document.body) return "outside the page";
          return root.contains(activeElement) ? "panel" : (activeElement?.outerHTML ?? "");
        }),
      );
    }
    expect([...places].filter((place) => place !== "outside the page")).toEqual(["panel"]);
    await panel.button("Close preview").click();
    await expect(chat.reply.getByRole("button", { name: "Preview", exact: true })).toBeFocused();
    await chat.composer.fill("Here again");
    await expect(chat.composer).toHaveValue("Here again");
  });
});
