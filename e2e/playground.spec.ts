import { answer, answerTitle, button, completionModels, fold, prompt, result } from "./pages/playground.ts";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test.use({ server: { models: completionModels } });

test.beforeEach(async ({ chat, page }) => {
  await chat.open("#/playground");
  await expect(prompt(page)).toBeVisible();
});

test("a completion is streamed, plain, and the server's own timings are drawn", async ({ ollama, page }) => {
  ollama.script(scenarios.paused);
  await prompt(page).fill("def add(a, b):\n    return");
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "writing");
  await expect(answer(page)).toHaveText("One two three");
  await expect(button(page, "Stop")).toBeVisible();
  ollama.release();
  await expect(result(page)).toHaveAttribute("data-status", "done");
  await expect(answer(page)).toHaveText("One two three four five.");
  expect(ollama.requestsTo("/api/generate").map(({ body }) => body)).toEqual([
    { model: "coder:7b", prompt: "def add(a, b):\n    return" },
  ]);
  const times = result(page).getByRole("region", { name: "Where the time went" });
  await expect(times.getByRole("img", { name: /^The server’s own figures: .*Writing/ })).toBeVisible();
  await expect(times.getByRole("img", { name: /^Measured by this page: To the first token/ })).toBeVisible();
  const reading = times.getByRole("row", { name: /Reading the prompt/ }).getByRole("cell");
  await expect(reading).toHaveText([/\d/, /\d/, ""]);
  await expect(
    times
      .getByRole("row", { name: /^Writing/ })
      .getByRole("cell")
      .last(),
  ).toHaveText(/\d/);
  await expect(times).toContainText("so reading has no speed here");
  await expect(page.getByRole("row", { name: /coder:7b.*def add\(a, b\): return.*done/ })).toBeVisible();
});

test("white space of the answer stays, and markup is not read", async ({ ollama, page }) => {
  const written = "  if x:\n\t\treturn **y**  <b>\n";
  ollama.script({ about: "code", steps: [{ say: [written] }] });
  await prompt(page).fill("x");
  await prompt(page).press("Control+Enter");
  await expect(result(page)).toHaveAttribute("data-status", "done");
  expect(await answer(page).evaluate((element) => element.textContent)).toBe(written);
});

test("thinking stands apart from the answer", async ({ ollama, page }) => {
  ollama.script(scenarios.thinking);
  await fold(page, answerTitle);
  await page.getByRole("combobox", { name: "Thinking" }).selectOption("High");
  await prompt(page).fill("Hi");
  await button(page, "Run").click();
  await expect(answer(page)).toHaveText("Hello, after some thought.");
  await expect(result(page).locator("[data-part=reasoning]")).toContainText("The user greets me.");
  expect(ollama.requestsTo("/api/generate")[0]?.body).toMatchObject({ think: "high" });
});

test("while the model loads it is said that the server is silent", async ({ ollama, page }) => {
  ollama.script({ ...scenarios.loading, load: { ms: 4000 } });
  await prompt(page).fill("Hi");
  await button(page, "Run").click();
  await expect(result(page)).toContainText("coder:7b is not in memory yet");
  await expect(answer(page)).toHaveText("Loaded.");
});

test("Stop ends it on the server too, and keeps what had come", async ({ ollama, page }) => {
  ollama.script(scenarios.paused);
  await prompt(page).fill("Hi");
  await button(page, "Run").click();
  await expect(answer(page)).toHaveText("One two three");
  await button(page, "Stop").click();
  await expect(result(page)).toHaveAttribute("data-status", "stopped");
  await expect(answer(page)).toHaveText("One two three");
  await expect(result(page)).toContainText("Stopped by you");
  await expect.poll(() => ollama.requestsTo("/api/generate")[0]?.aborted).toBe(true);
  await expect(button(page, "Run")).toBeEnabled();
});

test("a refusal is told in the server's words, and what was typed stays", async ({ ollama, page }) => {
  ollama.script(scenarios.badRequest);
  await prompt(page).fill("Keep me");
  await button(page, "Run").click();
  await expect(result(page).getByRole("alert")).toContainText("invalid request");
  await expect(result(page)).toHaveAttribute("data-status", "failed");
  await expect(prompt(page)).toHaveValue("Keep me");
});

test("an error in mid-stream and an end without an end mark keep the text", async ({ ollama, page }) => {
  await prompt(page).fill("Hi");
  for (const [scenario, status, words, kept] of [
    [scenarios.diesMidStream, "failed", "an error was encountered", "I was about to"],
    [scenarios.cut, "interrupted", "ended before it was complete", "Half a sent"],
  ] as const) {
    ollama.script(scenario);
    await button(page, "Run").click();
    await expect(result(page)).toHaveAttribute("data-status", status);
    await expect(result(page).getByRole("alert")).toContainText(words);
    await expect(answer(page)).toHaveText(kept);
  }
  await expect(page.getByRole("row", { name: /interrupted/ })).toHaveCount(1);
});

test("a broken connection keeps the text, and the next run works", async ({ ollama, page }) => {
  ollama.script(scenarios.paused);
  await prompt(page).fill("Hi");
  await button(page, "Run").click();
  await expect(answer(page)).toHaveText("One two three");
  await ollama.close();
  await expect(result(page)).toHaveAttribute("data-status", "interrupted");
  await expect(result(page).getByRole("alert")).toContainText("connection broke");
  await expect(answer(page)).toHaveText("One two three");
  await ollama.restart();
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "done");
});

test("without a server the cause is said, and the form is whole", async ({ ollama, page }) => {
  await prompt(page).fill("Keep me");
  await ollama.close();
  await button(page, "Run").click();
  await expect(result(page).getByRole("alert")).toContainText("No answer from");
  await expect(prompt(page)).toHaveValue("Keep me");
});

test("without a prompt the model is loaded, and that is what is said", async ({ ollama, page }) => {
  await button(page, "Run").click();
  await expect(result(page)).toContainText("Loaded into memory; without a prompt nothing is written");
  expect(ollama.namesInMemory()).toEqual(["coder:7b"]);
});

test("the copied curl holds the very body that is sent", async ({ context, ollama, page }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await prompt(page).fill(`it's "quoted" $HOME \\n\nnext`);
  await page.getByRole("button", { name: "Copy as code" }).click();
  const dialog = page.getByRole("dialog", { name: "The request as code" });
  await dialog.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(dialog.getByText("Copied", { exact: true })).toBeVisible();
  const curl = await page.evaluate(() => navigator.clipboard.readText());
  await dialog.getByText("Python, openai").click();
  await expect(dialog.getByRole("region", { name: "Program" })).toContainText("from openai import OpenAI");
  await dialog.getByRole("button", { name: "Close" }).click();
  await button(page, "Run").click();
  await expect(result(page)).toHaveAttribute("data-status", "done");
  const quoted = /-d '(.*)'\n$/s.exec(curl)?.[1] ?? "";
  expect(JSON.parse(quoted.replaceAll(String.raw`'\''`, "'"))).toEqual(
    ollama.requestsTo("/api/generate")[0]?.body,
  );
  expect(curl).toContain(`'${ollama.url}/api/generate'`);
});

test("the copied program has a place for the server's key, and not the key", async ({ ollama, page }) => {
  // As another tab tells of a key that is kept there.
  await page.evaluate(
    (text) => {
      localStorage.setItem("candor.server-keys", text);
      dispatchEvent(new StorageEvent("storage", { key: "candor.server-keys", storageArea: localStorage }));
    },
    JSON.stringify({ [ollama.url]: { apiKey: "sk-very-secret", headers: [] } }),
  );
  await prompt(page).fill("Hi");
  await page.getByRole("button", { name: "Copy as code" }).click();
  const dialog = page.getByRole("dialog", { name: "The request as code" });
  await expect(dialog).toContainText("Your secrets are not in it");
  const code = dialog.getByRole("region", { name: "Program" });
  for (const [language, words] of [
    ["curl", "-H 'Authorization: Bearer ***'"],
    ["Python, ollama", '"Authorization": "Bearer ***"'],
    ["Python, openai", 'api_key="***"'],
    ["JavaScript", '"Authorization": "Bearer ***"'],
  ] as const) {
    await dialog.getByText(language, { exact: true }).click();
    await expect(code).toContainText(words);
    await expect(code).toContainText("Put your own secrets where *** stands");
    await expect(code).not.toContainText("sk-very-secret");
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Copy as code" })).toBeFocused();
});
