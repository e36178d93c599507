import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const script = [
  "// Reads a file.",
  'import { readFile } from "node:fs/promises";',
  "",
  "export async function size(path: string): Promise<number> {",
  "\tconst text = `${await readFile(path)}`;",
  "\treturn text.length * 2; /* in",
  "\tbytes */",
  "}",
];
const fenced = (info: string, code: string) => `Look:\n\n\`\`\`${info}\n${code}\n\`\`\`\n\nThat is all.`;
const long = Array.from({ length: 300 }, (_line, index) => `const line${index} = "\t${index}"; // ${index}`);

/** The colours that are on screen, by the text they are on. */
const coloursOf = (code: Locator) =>
  code.evaluate((element) => {
    const found: Record<string, string> = {};
    for (const span of element.querySelectorAll("span"))
      if (span.childElementCount === 0) found[span.textContent.trim()] = getComputedStyle(span).color;
    return found;
  });

const colourOf = async (code: Locator, text: string) => (await coloursOf(code))[text];

test("Code gets its colours while it is still being written, line by line", async ({
  chat,
  ollama,
  page,
}) => {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!/^(https?:\/\/(localhost|127\.0\.0\.1)[:/]|data:|blob:)/.test(request.url()))
      foreign.push(request.url());
  });
  page.on("console", (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  const head = script.slice(0, 5).join("\n");
  const tail = script.slice(5).join("\n");
  ollama.script({
    about: "code in two parts",
    steps: [{ say: `\`\`\`ts\n${head}\n` }, { pause: true }, { say: `${tail}\n\`\`\`\n` }],
  });
  await chat.ask("Write code");
  const code = chat.reply.locator("pre code");
  // Lines get their colours as they are told, not all at once.
  for (const text of ["import", "readFile", "size", "path", "number"])
    await expect.poll(() => colourOf(code, text)).toBeDefined();
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  expect(await code.evaluate((element) => element.textContent)).toBe(head);
  const before = await coloursOf(code);
  const plain = await code.evaluate((element) => getComputedStyle(element).color);
  expect(before["import"]).not.toBe(plain);
  expect(before["import"]).toBe(before["export async function"]);
  expect(before["import"]).not.toBe(before['"node:fs/promises"']);
  expect(before["// Reads a file."]).not.toBe(before["import"]);
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  // A comment over two lines: what the first leaves open is known on the second.
  await expect.poll(() => colourOf(code, "bytes */")).toBe(before["// Reads a file."]);
  const after = await coloursOf(code);
  for (const text of ["import", "readFile", "size", "path", "number"])
    expect(after[text], text).toBe(before[text]);
  expect(await code.evaluate((element) => element.textContent)).toBe(script.join("\n"));
  expect([...complaints, ...foreign]).toEqual([]);
});

test("What I copy is the code as it was written, whole or selected", async ({ chat, ollama, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const code = `\n${long.join("\n")}\n\n  end\t`;
  ollama.script(says(fenced("js", code)));
  await chat.ask("Write much code");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const element = chat.reply.locator("pre code");
  await expect.poll(() => colourOf(element, "const")).toBeDefined();
  expect(await element.evaluate((node) => node.textContent)).toBe(code);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await chat.reply.getByRole("button", { name: "Copy code" }).click();
  await expect(chat.reply.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await copied()).toBe(code);
  for (const look of ["Line numbers", "Wrap lines"]) {
    await chat.reply.getByRole("button", { name: look }).click();
    await page.evaluate(() => navigator.clipboard.writeText("nothing yet"));
    await element.evaluate((node) => document.getSelection()?.selectAllChildren(node));
    await chat.reply.locator("pre").focus();
    await page.keyboard.press("ControlOrMeta+c");
    await expect.poll(copied).toBe(code);
  }
  // With words around it, the browser writes the text itself.
  await chat.body(chat.reply).evaluate((node) => document.getSelection()?.selectAllChildren(node));
  await page.keyboard.press("ControlOrMeta+c");
  await expect.poll(copied).toContain("That is all.");
  expect(await copied()).toContain(long.join("\n"));
});

test("Where the browser lets nothing be copied, the control shows it", async ({ chat, ollama, page }) => {
  ollama.script(says(fenced("js", "let a;")));
  await chat.ask("Write code");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    document.execCommand = () => false;
  });
  const copy = chat.reply.getByRole("button", { name: "Copy code" });
  const picture = await copy.innerHTML();
  await copy.click();
  const refused = chat.reply.getByRole("button", { name: "The browser did not allow copying" });
  await expect(refused).toBeVisible();
  expect(await refused.innerHTML()).not.toBe(picture);
});

test("I save code under the name that the reply gives it, or one of its language", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(
    says(
      [
        fenced('ts title="../src/sum.ts"', "let a = 1;"),
        fenced("python", "a = 1"),
        fenced("py:..", "b = 2"),
      ].join("\n\n"),
    ),
  );
  await chat.ask("Write files");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const saved: Record<string, string> = {};
  for (const button of await chat.reply.getByRole("button", { name: "Download code" }).all()) {
    const download = page.waitForEvent("download");
    await button.click();
    const file = await download;
    saved[`${file.suggestedFilename()} ${Object.keys(saved).length}`] = await readFile(
      await file.path(),
      "utf8",
    );
  }
  expect(saved).toEqual({ "sum.ts 0": "let a = 1;", "code.py 1": "a = 1", "code.py 2": "b = 2" });
});

test("I wrap long lines and number them, in this block and in those to come", async ({ chat, ollama }) => {
  const wide = `x = "${Array.from({ length: 80 }, (_word, index) => index * 77).join(" ")}"`;
  ollama.script(says(fenced("py", `a = 1\n${wide}\nb = 2`)));
  await chat.ask("Write wide code");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const pre = chat.reply.locator("pre");
  const overflow = () => pre.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await overflow()).toBeGreaterThan(0);
  await pre.focus();
  await pre.press("ArrowRight");
  await expect.poll(() => pre.evaluate((element) => element.scrollLeft)).toBeGreaterThan(0);
  const wrap = chat.reply.getByRole("button", { name: "Wrap lines" });
  const numbers = chat.reply.getByRole("button", { name: "Line numbers" });
  await expect(wrap).toHaveAttribute("aria-pressed", "false");
  await wrap.click();
  await expect(wrap).toHaveAttribute("aria-pressed", "true");
  await expect.poll(overflow).toBe(0);
  await numbers.click();
  await expect(numbers).toHaveAttribute("aria-pressed", "true");
  const shown = await pre
    .locator(".code-line")
    .evaluateAll((lines) => lines.map((line) => getComputedStyle(line, "::before").content));
  expect(shown).toEqual(Array(3).fill("counter(code-line)"));
  expect(await pre.evaluate((element) => element.textContent)).toBe(`a = 1\n${wide}\nb = 2`);
  ollama.script(says(fenced("py", "c = 3")));
  await chat.ask("And more");
  await expect(chat.replies).toHaveCount(2);
  await expect(chat.reply.getByRole("button", { name: "Line numbers" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("The lines of long code are numbered through, and stay so when they are scrolled sideways", async ({
  chat,
  ollama,
  page,
}) => {
  const lines = Array.from({ length: 40 }, (_line, index) => `x${index} = "${"=".repeat(200)}"`);
  ollama.script(says(fenced("py", lines.join("\n"))));
  await chat.ask("Write long code");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.reply.getByRole("button", { name: "Line numbers" }).click();
  const pre = chat.reply.locator("pre");
  // Numbers are drawn by the style sheet, so only what assistive technology is told has them.
  const client = await page.context().newCDPSession(page);
  const numbers = async () => {
    const { nodes } = await client.send("Accessibility.getFullAXTree");
    const texts = nodes.filter(({ role }) => role?.value === "StaticText");
    return texts.map(({ name }) => Number(name?.value)).filter((number) => number > 0);
  };
  await pre.locator(".code-line").last().scrollIntoViewIfNeeded();
  await expect.poll(numbers).toEqual(lines.map((_line, index) => index + 1));
  const gutter = async (left: number) => {
    await pre.evaluate((element, to) => element.scrollTo(to, 0), left);
    const { x = 0, y = 0 } = (await pre.locator(".code-line").last().locator("xpath=..").boundingBox()) ?? {};
    return page.screenshot({ clip: { x: x + left - 14, y: y + 2, width: 14, height: 60 } });
  };
  expect((await gutter(200)).equals(await gutter(204))).toBe(true);
});

test("Code of no known language, and the log of a program, are plain text", async ({ chat, ollama }) => {
  const code = 'import nothing from "nowhere"; // a comment';
  ollama.script(says(`${fenced("blub", code)}\n\n${fenced("log", code)}\n\n${fenced("", code)}`));
  await chat.ask("Write something");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  for (const block of await chat.reply.locator("pre code").all()) {
    expect(await block.evaluate((element) => element.textContent)).toBe(code);
    expect(Object.keys(await coloursOf(block))).toEqual([code]);
  }
});

test("Code stays readable without the worker that colours it", async ({ chat, ollama, page }) => {
  await page.route(/colour-worker/, (route) => route.abort());
  ollama.script(says(fenced("ts", script.join("\n"))));
  await chat.ask("Write code");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const code = chat.reply.locator("pre code");
  expect(await code.evaluate((element) => element.textContent)).toBe(script.join("\n"));
});

test("Colours are others in the dark than in the light", async ({ chat, ollama, page }) => {
  ollama.script(says(fenced("ts", script.join("\n"))));
  await page.emulateMedia({ colorScheme: "light" });
  await chat.ask("Write code");
  const code = chat.reply.locator("pre code");
  // Of all lines: they may come in several lots.
  const texts = ["import", '"node:fs/promises"', "// Reads a file.", "size", "number", "return", "/* in"];
  await expect.poll(async () => Object.keys(await coloursOf(code))).toEqual(expect.arrayContaining(texts));
  const light = await coloursOf(code);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await coloursOf(code);
  expect(Object.keys(dark)).toEqual(Object.keys(light));
  for (const text of texts) expect(dark[text], text).not.toBe(light[text]);
});

test("A block keeps its place and height when it ends, and when its colours come", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script({
    about: "code, then a pause before its end",
    steps: [{ say: `\`\`\`ts\n${script.join("\n")}\n` }, { pause: true }, { say: "```\n" }],
  });
  await page.route(/colour-worker/, async (route) => {
    await page.waitForEvent("console", { predicate: (message) => message.text() === "go on" });
    await route.continue();
  });
  await chat.ask("Write code");
  const code = chat.reply.locator("pre code");
  await expect.poll(() => code.evaluate((element) => element.textContent)).toBe(script.join("\n"));
  const box = () => code.evaluate((element) => JSON.stringify(element.getBoundingClientRect()));
  const plain = await box();
  await page.evaluate(() => console.log("go on"));
  await expect.poll(() => colourOf(code, "import")).toBeDefined();
  expect(await box()).toBe(plain);
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const height = (JSON.parse(plain) as { height: number }).height;
  expect(await code.evaluate((element) => element.getBoundingClientRect().height)).toBe(height);
});
