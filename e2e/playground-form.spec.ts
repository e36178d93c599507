import type { Page } from "@playwright/test";
import {
  answerTitle,
  button,
  completionModels,
  field,
  fold,
  prompt,
  result,
  textsTitle,
} from "./pages/playground.ts";
import { expect, test } from "./support/test.ts";

test.use({ server: { models: completionModels } });

test.beforeEach(async ({ chat, page }) => {
  await chat.open("#/playground");
  await expect(prompt(page)).toBeVisible();
});

test("fill in the middle sends the text after, where the model can", async ({ ollama, page }) => {
  await prompt(page).fill("def f():\n");
  await fold(page, textsTitle);
  await field(page, "Text after (suffix)").fill("\nreturn x");
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/api/generate")[0]?.body).toMatchObject({ suffix: "\nreturn x" });
  await page.getByRole("combobox", { name: "Model" }).selectOption("plain:1b");
  await expect(field(page, "Text after (suffix)")).toHaveAccessibleDescription(
    /plain:1b cannot fill in the middle/,
  );
  await button(page, "Run").click();
  await expect.poll(() => ollama.requestsTo("/api/generate").length).toBe(2);
  expect(ollama.requestsTo("/api/generate")[1]?.body).not.toHaveProperty("suffix");
  await expect(field(page, "Text after (suffix)")).toHaveValue("\nreturn x");
});

test("thinking is sent while it is not known whether the model can think", async ({ ollama, page }) => {
  // Never answered: the list of models alone says less.
  await page.route("**/api/show", () => undefined);
  await page.getByRole("combobox", { name: "Model" }).selectOption("plain:1b");
  await fold(page, answerTitle);
  await page.getByRole("combobox", { name: "Thinking" }).selectOption("Low");
  await prompt(page).fill("Hi");
  await button(page, "Run").click();
  await expect.poll(() => ollama.requestsTo("/api/generate").length).toBe(1);
  expect(ollama.requestsTo("/api/generate")[0]?.body).toMatchObject({ model: "plain:1b", think: "low" });
  await expect(result(page).getByRole("alert")).toContainText("does not support thinking");
});

test.describe("a model that another computer runs", () => {
  const models = [{ name: "big:120b-cloud", capabilities: ["completion"] as const }];
  test.use({ server: { models } });

  test("is said to be one", async ({ page }) => {
    await expect(page.getByRole("combobox", { name: "Model" })).toHaveAccessibleDescription(
      /big:120b-cloud runs on another computer/,
    );
  });
});

test("a raw prompt leaves system and template out, and says so", async ({ ollama, page }) => {
  await prompt(page).fill("<s>Hi");
  await fold(page, textsTitle);
  await field(page, "System prompt").fill("Be short.");
  await field(page, "Template").fill("{{ .Prompt }}");
  await page.getByRole("checkbox", { name: "Raw prompt" }).check();
  await expect(field(page, "System prompt")).toHaveAccessibleDescription(/Not sent: the prompt is raw/);
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/api/generate")[0]?.body).toEqual({
    model: "coder:7b",
    prompt: "<s>Hi",
    raw: true,
  });
});

test("a schema is checked at its field, line by line, and sent as an object", async ({ ollama, page }) => {
  await prompt(page).fill("Ann is 9");
  await fold(page, answerTitle);
  await page.getByRole("combobox", { name: "Format" }).selectOption("JSON by a schema");
  const schema = field(page, "JSON schema");
  await button(page, "Run").click();
  await expect(schema).toBeFocused();
  await expect(schema).toHaveAccessibleDescription(/Write a schema/);
  await schema.fill('{\n  "type": "object",\n}');
  await expect(schema).toHaveAccessibleDescription(/Line 3, column 1: } does not belong here/);
  await schema.fill('{"type":"object","properties":{"age":{"type":"int"}}}');
  await expect(schema).toHaveAccessibleDescription(/properties.age: JSON Schema has no type "int"/);
  await schema.fill('{"type":"object","required":"age"}');
  await expect(schema).toHaveAccessibleDescription(/required has to be a list of names/);
  await button(page, "Run").click();
  expect(ollama.requestsTo("/api/generate")).toEqual([]);
  await schema.fill('{"type":"object","properties":{"age":{"type":"integer"}}}');
  await expect(schema).not.toHaveAttribute("aria-invalid");
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/api/generate")[0]?.body).toMatchObject({
    format: { type: "object", properties: { age: { type: "integer" } } },
  });
});

test("bad numbers and a bad keep_alive are said at their fields, stay, and are not sent", async ({
  ollama,
  page,
}) => {
  await prompt(page).fill("Hi");
  await fold(page, answerTitle, "Options");
  for (const [name, typed, words] of [
    ["temperature", "NaN", /“NaN” is no number/],
    ["top_p", "1.5", /Outside the range: 0 to 1/],
    ["num_ctx", "12.5", /whole number/],
    ["stop", '"\\x"', /Line 1 begins and ends with a quote/],
    ["Stay in memory (keep_alive)", "10 minutes", /Write seconds/],
  ] as const) {
    await field(page, name).fill(typed);
    await expect(field(page, name)).toHaveAttribute("aria-invalid", "true");
    await expect(field(page, name)).toHaveAccessibleDescription(words);
  }
  await fold(page, answerTitle);
  await button(page, "Run").click();
  await expect(page.getByRole("form", { name: "Completion request" }).getByRole("alert")).toContainText(
    "5 fields need a look",
  );
  await expect(field(page, "Stay in memory (keep_alive)")).toBeFocused();
  await expect(field(page, "temperature")).toHaveValue("NaN");
  expect(ollama.requestsTo("/api/generate")).toEqual([]);
  for (const [name, typed] of [
    ["temperature", "0.2"],
    ["top_p", "1"],
    ["num_ctx", "4096"],
    ["stop", '"\\n\\n"\nEND'],
    ["Stay in memory (keep_alive)", "10m"],
  ] as const)
    await field(page, name).fill(typed);
  await page.getByRole("combobox", { name: "use_mmap" }).selectOption("Off");
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/api/generate")[0]?.body).toEqual({
    model: "coder:7b",
    prompt: "Hi",
    keep_alive: "10m",
    options: { temperature: 0.2, top_p: 1, num_ctx: 4096, stop: ["\n\n", "END"], use_mmap: false },
  });
});

test("images go as bare base64; what is none is refused by its name", async ({ ollama, page }) => {
  const png =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  await fold(page, "Images");
  await page.locator("input[type=file]").setInputFiles([
    { name: "dot.png", mimeType: "image/png", buffer: Buffer.from(png, "base64") },
    { name: "fake.png", mimeType: "image/png", buffer: Buffer.from("no picture") },
  ]);
  await expect(page.getByRole("alert")).toContainText("fake.png: not an image");
  await expect(page.getByRole("button", { name: "Remove dot.png" })).toBeVisible();
  await prompt(page).fill("What is this?");
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/api/generate")[0]?.body).toMatchObject({ images: [png] });
});

test("what was typed is there after a reload", async ({ page }) => {
  await page.getByRole("combobox", { name: "Model" }).selectOption("plain:1b");
  await prompt(page).fill("Half a thought");
  await fold(page, textsTitle, answerTitle, "Options");
  await field(page, "System prompt").fill("Be short.");
  await field(page, "temperature").fill("NaN");
  await field(page, "Stay in memory (keep_alive)").fill("5 min");
  await page.reload();
  await expect(prompt(page)).toHaveValue("Half a thought");
  await expect(page.getByRole("combobox", { name: "Model" })).toHaveValue("plain:1b");
  await fold(page, textsTitle, answerTitle, "Options");
  await expect(field(page, "System prompt")).toHaveValue("Be short.");
  await expect(field(page, "temperature")).toHaveValue("NaN");
  await expect(field(page, "Stay in memory (keep_alive)")).toHaveValue("5 min");
});

/** Characters of the prompt's draft in the database, where a large one is kept. */
function draftLength(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("candor");
        opening.addEventListener("error", () => reject(opening.error ?? new Error("no database")));
        opening.addEventListener("success", () => {
          const database = opening.result;
          const row = database.transaction("drafts").objectStore("drafts").get("playground.prompt");
          row.addEventListener("success", () => {
            database.close();
            resolve((row.result as { text: string } | undefined)?.text.length ?? 0);
          });
        });
      }),
  );
}

test("ten megabytes in the prompt are said, sent whole, and there after a reload", async ({
  ollama,
  page,
}) => {
  test.setTimeout(120_000);
  const line = "0123456789abcde\n";
  const count = 655_360;
  await prompt(page).fill("First.");
  await prompt(page).evaluate(
    (box: HTMLTextAreaElement, [text, times]) => {
      box.select();
      const data = new DataTransfer();
      data.setData("text/plain", text.repeat(times));
      box.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    [line, count] as const,
  );
  await expect(prompt(page)).toHaveAccessibleDescription(/10 MB of text: only its beginning is shown/);
  await button(page, "Run").click();
  await expect.poll(() => ollama.requestsTo("/api/generate").length).toBe(1);
  const sent = ollama.requestsTo("/api/generate")[0]?.body as { prompt: string };
  expect(sent.prompt === line.repeat(count)).toBe(true);
  await expect.poll(() => draftLength(page)).toBe(line.length * count);
  await page.reload();
  await expect(prompt(page)).toHaveAccessibleDescription(/10 MB of text/);
});
