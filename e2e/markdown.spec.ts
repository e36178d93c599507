import type { Locator, Page } from "@playwright/test";
import type { ChatPage } from "./pages/chat-page.ts";
import type { FakeOllama } from "./support/fake-ollama.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** Has the model say this, and waits until it is all there. */
async function show(chat: ChatPage, ollama: FakeOllama, text: string): Promise<Locator> {
  ollama.script(says(text));
  await chat.ask("Show me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  return chat.body(chat.reply);
}

/** What the page's policy refused from now on. */
async function refusals(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const found: string[] = [];
    Object.assign(window, { refusals: found });
    document.addEventListener("securitypolicyviolation", (event) =>
      found.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return () => page.evaluate(() => (window as unknown as { refusals: string[] }).refusals);
}

const clipboard = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());

async function clipboardHtml(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const blob = await item?.getType("text/html");
    return (await blob?.text()) ?? "";
  });
}

test.describe("formulas", () => {
  test("are drawn by the app's own files, within the page's policy", async ({ chat, ollama, page, site }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    const refused = await refusals(page);
    const body = await show(
      chat,
      ollama,
      "So $e^{i\\pi} = -1$, $\\ce{2H2 + O2 -> 2H2O}$ and\n\n$$\n\\vec{x} = \\sqrt{\\frac{a}{b}} \\left\\Vert \\begin{pmatrix} 1 \\\\ 2 \\\\ 3 \\\\ 4 \\\\ 5 \\end{pmatrix} \\right\\Vert\n$$\n\nend.",
    );
    await expect(body.locator(".katex")).toHaveCount(3);
    // What a screen reader gets.
    await expect(body.locator("math")).toHaveCount(3);
    await expect(body.getByRole("group", { name: "Formula" }).locator("mfrac")).toHaveCount(1);
    await page.evaluate(() => document.fonts.ready);
    expect(await refused()).toEqual([]);
    expect(requests.filter((url) => /KaTeX.*woff2$/.test(url)).length).toBeGreaterThan(0);
    expect(requests.filter((url) => !url.startsWith(site.url) && !url.startsWith(ollama.url))).toEqual([]);
  });

  test("do not load what draws them before the first is seen", async ({ chat, ollama, page }) => {
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await show(chat, ollama, "No formula here.");
    expect(requests.filter((url) => /katex|math-draw/i.test(url))).toEqual([]);
    await show(chat, ollama, "One: $x^2$.");
    await expect(chat.body(chat.reply).locator(".katex")).toHaveCount(1);
    expect(requests.filter((url) => /math-draw.*\.js$/.test(url))).toHaveLength(1);
  });

  test("that cannot be drawn stay as they were written, and say why", async ({ chat, ollama }) => {
    const body = await show(
      chat,
      ollama,
      "Broken $\\frac{a$ and good $b^2$, forbidden $\\href{javascript:x}{y}$.",
    );
    await expect(body.getByTitle(/expected|end of input/i)).toHaveText("\\frac{a");
    await expect(body.locator(".katex").first()).toBeVisible();
    await expect(body.locator("a")).toHaveCount(0);
  });

  test("are copied with a selection as TeX, once", async ({ chat, ollama, page }) => {
    const body = await show(chat, ollama, "One $x^2$ two.\n\n$$\n\\frac{a}{b}\n$$\n\nThree.");
    await expect(body.locator(".katex")).toHaveCount(2);
    await body.evaluate((element) => getSelection()?.selectAllChildren(element));
    await page.keyboard.press("ControlOrMeta+c");
    await expect
      .poll(() => clipboard(page))
      .toMatch(/^One \$x\^2\$ two\.\s+\$\$\\frac\{a\}\{b\}\$\$\s+Three\.\s*$/);
  });

  test("never widen the page", async ({ chat, ollama, page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    const body = await show(chat, ollama, `$$\n${"x_1 + ".repeat(80)}y\n$$`);
    await expect(body.locator(".katex")).toHaveCount(1);
    const frame = body.getByRole("group", { name: "Formula" });
    expect(await frame.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

test.describe("tables", () => {
  const prices = "| Item | Price |\n| --- | --: |\n| a, b | $1,200 |\n| c | $30 |\n| d | $9.50 |\n";

  test("sort by the value of a column, back, and as they came", async ({ chat, ollama }) => {
    const body = await show(chat, ollama, prices);
    const first = body.getByRole("row").nth(1).getByRole("cell").first();
    const header = body.getByRole("columnheader", { name: "Price" });
    const sort = body.getByRole("button", { name: "Sort by Price" });
    await sort.click();
    await expect(first).toHaveText("d");
    await expect(header).toHaveAttribute("aria-sort", "ascending");
    await sort.press("Enter");
    await expect(first).toHaveText("a, b");
    await expect(header).toHaveAttribute("aria-sort", "descending");
    await sort.press("Enter");
    await expect(header).not.toHaveAttribute("aria-sort");
    await expect(first).toHaveText("a, b");
    await expect(body).toHaveText(/^\s*ItemPricea, b\$1,200c\$30d\$9.50\s*$/);
  });

  test("are copied and saved in the order on the screen", async ({ chat, ollama, page }) => {
    const body = await show(chat, ollama, prices);
    await body.getByRole("button", { name: "Sort by Price" }).click();
    await body.getByRole("button", { name: "Copy as CSV" }).click();
    await expect.poll(() => clipboard(page)).toBe('Item,Price\r\nd,$9.50\r\nc,$30\r\n"a, b","$1,200"\r\n');
    await body.getByRole("button", { name: "Copy as Markdown" }).click();
    await expect.poll(() => clipboard(page)).toContain("| Item | Price |\n| --- | --: |\n| d | \\$9.50 |\n");
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      body.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toBe("table.csv");
  });
});

test("A long table stays one: its columns in line, its rows and cells known as such", async ({
  chat,
  ollama,
}) => {
  const lines = Array.from({ length: 160 }, (_item, index) => `| ${index} | item ${159 - index} |`);
  const body = await show(chat, ollama, `| Number | Name |\n| --: | --- |\n${lines.join("\n")}\n`);
  const table = body.getByRole("table");
  await expect(table.getByRole("row")).toHaveCount(161);
  await expect(table.getByRole("columnheader")).toHaveCount(2);
  await expect(table.getByRole("cell")).toHaveCount(320);
  const edge = (locator: Locator) =>
    locator.evaluate((element) => Math.round(element.getBoundingClientRect().left));
  const [first, last] = [table.getByRole("row").nth(1), table.getByRole("row").last()];
  await last.scrollIntoViewIfNeeded();
  expect(await edge(last.getByRole("cell").nth(1))).toBe(await edge(first.getByRole("cell").nth(1)));
  expect(await edge(table.getByRole("columnheader").nth(1))).toBe(await edge(last.getByRole("cell").nth(1)));
  await body.getByRole("button", { name: "Sort by Name" }).press("Enter");
  await expect(first).toHaveText("159item 0");
  await expect(last).toHaveText("0item 159");
});

test("A footnote leads to its note and back, and the address stays", async ({ chat, ollama, page }) => {
  const filler = "A paragraph between.\n\n".repeat(60);
  const body = await show(chat, ollama, `One[^b] two[^a].\n\n${filler}[^a]: Note a.\n\n[^b]: Note *b*.\n`);
  const address = page.url();
  const reference = body.locator('[role="doc-noteref"][aria-label="Footnote 1"]');
  await expect(reference).toHaveAttribute("title", "[b] Note b.");
  await reference.click();
  const note = body.locator('[role="doc-footnote"][aria-label="Footnote 1"]');
  await expect(note).toBeFocused();
  await expect(note).toBeInViewport();
  await expect(note).toHaveText("Note b.");
  await body.getByRole("button", { name: "Back to footnote 1 in the text" }).click();
  await expect(reference).toBeFocused();
  await expect(reference).toBeInViewport();
  await reference.press("Enter");
  await expect(note).toBeFocused();
  expect(page.url()).toBe(address);
});

test.describe("links", () => {
  test("whose words name another address ask first, however they are followed", async ({
    chat,
    ollama,
    page,
    context,
  }) => {
    const body = await show(
      chat,
      ollama,
      "Go to [https://bank.example](https://evil.example/login) or [example.com](https://example.com/path).",
    );
    const ordinary = body.getByRole("link", { name: "example.com", exact: true });
    await expect(ordinary).toHaveAttribute("href", "https://example.com/path");
    await expect(ordinary).toHaveAttribute("rel", "noopener noreferrer");
    const link = body.getByRole("link", { name: "https://bank.example" });
    const dialog = page.getByRole("dialog", { name: "This link may mislead" });
    const close = () => dialog.getByRole("button", { name: "Cancel" }).click();
    await link.click();
    await expect(dialog).toContainText("https://evil.example/login");
    await expect(dialog).toContainText("https://bank.example");
    await close();
    await link.click({ button: "middle" });
    await expect(dialog).toBeVisible();
    await close();
    await link.click({ modifiers: ["ControlOrMeta"] });
    await expect(dialog).toBeVisible();
    await close();
    await link.press("Enter");
    await expect(dialog).toBeVisible();
    expect(context.pages()).toHaveLength(1);
    await dialog.getByRole("button", { name: "Copy address" }).click();
    await expect.poll(() => clipboard(page)).toBe("https://evil.example/login");
    await context.route("https://evil.example/**", (route) => route.fulfill({ body: "evil" }));
    const [opened] = await Promise.all([
      context.waitForEvent("page"),
      dialog.getByRole("button", { name: "Open" }).click(),
    ]);
    await expect(opened).toHaveURL("https://evil.example/login");
    await expect(dialog).toBeHidden();
  });
});

test.describe("a reply taken along", () => {
  const text =
    "# Title\n\nSome **bold** [words](https://a.example/).\n\n- one\n- two\n\n| a | b |\n|-|-|\n| 1 | 2 |\n";

  test("is copied as Markdown, as plain text and as rich text", async ({ chat, ollama, page }) => {
    await show(chat, ollama, text);
    const take = async (name: string) => {
      await chat.reply.getByRole("button", { name: "Copy as…" }).click();
      await page.getByRole("menuitem", { name }).click();
    };
    await chat.reply.getByRole("button", { name: "Copy", exact: true }).click();
    await expect.poll(() => clipboard(page)).toBe(text);
    await take("Copy as plain text");
    const plain = "Title\n\nSome bold words (https://a.example/).\n\n- one\n- two\n\na\tb\n1\t2";
    await expect.poll(() => clipboard(page)).toBe(plain);
    await take("Copy as Markdown");
    await expect.poll(() => clipboard(page)).toBe(text);
    await take("Copy as rich text");
    await expect.poll(() => clipboard(page)).toBe(plain);
    const html = await clipboardHtml(page);
    expect(html).toMatch(/<h1[^>]*>Title<\/h1>/);
    expect(html).toMatch(/<strong[^>]*>bold<\/strong>/);
    expect(html).toContain('href="https://a.example/"');
    expect(html).toMatch(/<li[^>]*>one<\/li>/);
    expect(html).toMatch(/<td[^>]*border[^>]*>1<\/td>/);
  });

  test("is shown as it was written, also while it grows", async ({ chat, ollama }) => {
    ollama.script({ about: "half", steps: [{ say: "**bold" }, { pause: true }, { say: " words**" }] });
    await chat.ask("Show me");
    const body = chat.body(chat.reply);
    await expect(body).toHaveText("bold");
    const source = chat.reply.getByRole("button", { name: "Show source" });
    await expect(source).toHaveAttribute("aria-pressed", "false");
    await source.click();
    await expect(body).toHaveText("**bold");
    ollama.release();
    await expect(body).toHaveText("**bold words**");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const formatted = chat.reply.getByRole("button", { name: "Show formatted" });
    await expect(formatted).toHaveAttribute("aria-pressed", "true");
    await formatted.click();
    await expect(body).toHaveText("bold words");
    await expect(body.locator("strong")).toHaveText("bold words");
  });
});
