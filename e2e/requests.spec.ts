import { AxeBuilder } from "@axe-core/playwright";
import {
  answerBody,
  chatPath,
  details,
  goTo,
  list,
  record,
  recordChat,
  requestBody,
  rows,
} from "./pages/requests.ts";
import { digestOf, llama, named, openFiles, rowOf } from "./pages/upload.ts";
import { ggufFile } from "./support/gguf-file.ts";
import { says, scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

// Several pages one after the other, each read anew.
test.describe.configure({ timeout: 60_000 });

test("I come back from a chat and find its request as it went over the wire", async ({
  chat,
  page,
  ollama,
}) => {
  ollama.script(says("The sky is blue."), { times: 1 });
  await recordChat(page, chat, "Why is the sky blue?");
  await rows(page, chatPath).click();
  await expect(details(page).getByRole("heading", { name: `POST ${chatPath}` })).toBeVisible();
  await expect(details(page).getByText("200 OK")).toBeVisible();
  await expect(requestBody(page)).toContainText('"content": "Why is the sky blue?"');
  await expect(answerBody(page)).toContainText("data: {\n");
  await expect(answerBody(page)).toContainText("data: [DONE]");
  await details(page).getByRole("button", { name: "As it came" }).last().click();
  await expect(answerBody(page)).toContainText('data: {"id"');
  for (const time of ["Headers after", "First chunk after", "Last chunk after", "End after"])
    await expect(details(page).locator("dl div").filter({ hasText: time }).locator("dd")).toHaveText(/\d/);
  await details(page).getByText("Each chunk", { exact: true }).click();
  const chunks = details(page).getByRole("table", { name: "Chunks" }).getByRole("row");
  await expect(chunks.nth(1)).toContainText("1");
});

test("What was sent before recording is not there, nor what is sent while it is paused", async ({
  chat,
  page,
}) => {
  await chat.ask("Before");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await recordChat(page, chat, "While recording");
  await expect(rows(page, chatPath)).toHaveCount(1);
  await page.getByRole("button", { name: "Pause recording" }).click();
  await expect(page.getByText("Not recording.", { exact: true })).toBeVisible();
  await goTo(page, "#/");
  await chat.ask("While paused");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await goTo(page, "#/requests");
  // Coming back does not begin what the user stopped.
  await expect(page.getByText("Not recording.", { exact: true })).toBeVisible();
  await expect(rows(page, chatPath)).toHaveCount(1);
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(page.getByText("Nothing is recorded", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Record", exact: true }).click();
  await expect(page.getByText("Recording.", { exact: true })).toBeVisible();
});

const ends = {
  "a body that ends too early": [scenarios.cut, "interrupted", "200 · cut", /without the last word/],
  "an answer with an error": [scenarios.serverError, "failed", "500", /500/],
  "a stream that reports an error": [scenarios.errorMember, "failed", "200", /200/],
} as const;

for (const [name, [scenario, status, word, about]] of Object.entries(ends)) {
  test(`${name} is shown as that`, async ({ chat, page, ollama }) => {
    ollama.script(scenario, { times: 1 });
    await recordChat(page, chat, "Hello?", status);
    const row = rows(page, chatPath);
    await expect(row).toContainText(word);
    await row.click();
    await expect(details(page)).toContainText(about);
  });
}

test("A row opens though a new request moved it while it was pressed", async ({ chat, page }) => {
  await recordChat(page, chat, "Hello?");
  await rows(page, chatPath).hover();
  await page.mouse.down();
  const count = await rows(page, "").count();
  await page.evaluate(() => dispatchEvent(new Event("online")));
  await expect.poll(() => rows(page, "").count()).toBeGreaterThan(count);
  await page.mouse.up();
  await expect(details(page).getByRole("heading", { name: `POST ${chatPath}` })).toBeVisible();
});

test("A reply that failed leads to its request, where that was recorded", async ({ chat, page, ollama }) => {
  ollama.script(scenarios.serverError, { times: 2 });
  await chat.ask("Before recording");
  await expect(chat.reply).toHaveAttribute("data-status", "failed");
  await record(page);
  await goTo(page, "#/");
  await expect(chat.modelButton).toContainText("llama3.2");
  await chat.ask("Why did it fail?");
  await expect(chat.reply).toHaveAttribute("data-status", "failed");
  await chat.reply.getByRole("button", { name: "Show the request" }).click();
  await expect(details(page).getByRole("heading", { name: `POST ${chatPath}` })).toBeVisible();
  await expect(requestBody(page)).toContainText("Why did it fail?");
  await expect(details(page)).toContainText("500");
  // Of the one before there is no request to show.
  await page.goBack();
  await page.getByRole("link", { name: "Before recording" }).click();
  await expect(chat.reply.getByRole("button", { name: "Retry" })).toBeVisible();
  await expect(chat.reply.getByRole("button", { name: "Show the request" })).toHaveCount(0);
});

test("A stopped reply, and a server that is gone, are shown with what is known", async ({
  chat,
  page,
  ollama,
}) => {
  ollama.script(scenarios.paused, { times: 1 });
  await record(page);
  await goTo(page, "#/");
  await expect(chat.modelButton).toContainText("llama3.2");
  await chat.ask("One");
  await expect(chat.body(chat.reply)).toContainText("One two three");
  await goTo(page, "#/requests");
  await expect(rows(page, chatPath)).toContainText("receiving");
  await page.goBack();
  await chat.stop.click();
  await expect(chat.reply).toHaveAttribute("data-status", "stopped");
  await goTo(page, "#/requests");
  await expect(rows(page, chatPath)).toContainText("200 · stopped");
  await rows(page, chatPath).click();
  await expect(details(page)).toContainText("Ended by this app while the answer came");
  await expect(answerBody(page)).toContainText("three");
  await ollama.close();
  await goTo(page, "#/");
  await chat.ask("Anybody?");
  await expect(chat.reply).toHaveAttribute("data-status", "failed");
  await goTo(page, "#/requests");
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("Everything that went wrong");
  const failed = rows(page, chatPath);
  await expect(failed).toHaveCount(1);
  await expect(failed).toContainText("failed");
  await failed.click();
  await expect(details(page)).toContainText("Nothing readable came back");
});

test("An upload is there with its size, and nothing of the file", async ({ chat, page }) => {
  await record(page);
  const file = ggufFile(llama, 300_000);
  const input = await openFiles(page, chat.url);
  await input.setInputFiles(named("tiny.gguf", file));
  await expect(rowOf(page, "tiny.gguf").getByText("Sent; the server has it")).toBeVisible();
  await goTo(page, "#/requests");
  await rows(page, `POST /api/blobs/${digestOf(file)}`).click();
  await expect(details(page).getByText("201 Created")).toBeVisible();
  await expect(details(page).getByText("A file: what is in it is not kept.")).toBeVisible();
  await expect(details(page).getByRole("button", { name: "Replay" })).toHaveCount(0);
  await expect(details(page)).toContainText("cannot be copied or sent again");
});

test("I find a request by words, by outcome and by kind", async ({ chat, page }) => {
  await recordChat(page, chat, "Where do herons nest?");
  await page.getByRole("searchbox", { name: "Filter by address or body" }).fill("herons NEST");
  await expect(list(page).getByRole("option")).toHaveCount(1);
  await expect(rows(page, chatPath)).toBeVisible();
  await page.getByRole("button", { name: "Clear filter" }).click();
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Chat");
  await expect(list(page).getByRole("option")).toHaveCount(1);
  await page.getByRole("combobox", { name: "Outcome" }).selectOption("5xx: server error");
  await expect(page.getByText("No request matches the filter")).toBeVisible();
});

test("I go through the list with the keyboard alone", async ({ chat, page }) => {
  await recordChat(page, chat, "Hello");
  await page.getByRole("button", { name: "Pause recording" }).click();
  const options = list(page).getByRole("option");
  // What was sent just before the pause may still come into the list, at its top.
  const lastButOne = list(page).locator("[role=option]:nth-last-child(2)");
  await expect(lastButOne).toBeVisible();
  await page.getByRole("combobox", { name: "Kind" }).focus();
  await page.keyboard.press("Tab");
  await expect(options.first()).toBeFocused();
  await page.keyboard.press("End");
  await expect(options.last()).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(lastButOne).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(details(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(details(page)).toHaveCount(0);
  await expect(lastButOne).toBeFocused();
});

test("The page and its dialog pass axe, and a phone shows one thing at a time", async ({ chat, page }) => {
  await recordChat(page, chat, "Hello");
  await rows(page, chatPath).click();
  await expect(answerBody(page)).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Bug report" }).click();
  await expect(page.getByRole("dialog", { name: "Bug report" })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(list(page)).toBeHidden();
  await expect(details(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await details(page).getByRole("button", { name: "Close details" }).click();
  await expect(list(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});
