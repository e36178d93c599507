import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("Regenerate makes another version, and both stay", async ({ chat, ollama, page }) => {
  ollama.script(says("First version."));
  await chat.ask("Tell me");
  await expect(chat.body(chat.reply)).toHaveText("First version.");
  ollama.script(says("Second version."));
  await chat.reply.getByRole("button", { name: "Regenerate" }).click();
  await expect(chat.body(chat.reply)).toHaveText("Second version.");
  await expect(chat.reply.getByText("2 / 2")).toBeVisible();
  await chat.reply.getByRole("button", { name: "Previous version" }).click();
  await expect(chat.body(chat.reply)).toHaveText("First version.");
  await page.reload();
  await expect(chat.body(chat.reply)).toHaveText("First version.");
  await expect(chat.reply.getByText("1 / 2")).toBeVisible();
});

test("Editing a question begins a branch and overwrites nothing", async ({ chat, ollama, page }) => {
  ollama.script(says("About cats."));
  await chat.ask("Tell me about cats");
  await expect(chat.body(chat.reply)).toHaveText("About cats.");
  const question = chat.questions.first();
  await question.getByRole("button", { name: "Edit" }).click();
  const editing = page.getByRole("textbox", { name: "Edit message" });
  await editing.fill("ねこ");
  await editing.dispatchEvent("keydown", { key: "Escape", isComposing: true });
  await expect(editing).toHaveValue("ねこ");
  await editing.press("Escape");
  await expect(question).toBeFocused();
  await question.getByRole("button", { name: "Edit" }).click();
  await editing.fill("Tell me about dogs");
  ollama.script(says("About dogs."));
  await page.getByRole("button", { name: "Send edit" }).click();
  await expect(chat.body(chat.reply)).toHaveText("About dogs.");
  await expect(chat.body(question)).toHaveText("Tell me about dogs");
  await expect(question).toBeFocused();
  await question.getByRole("button", { name: "Previous version" }).click();
  await expect(chat.body(chat.questions.first())).toHaveText("Tell me about cats");
  await expect(chat.body(chat.reply)).toHaveText("About cats.");
});

test("An edit that I did not send is still there after a reload", async ({ chat, page }) => {
  await chat.ask("Original");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.questions.first().getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Edit message" }).fill("Half an edit");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Edit message" })).toHaveValue("Half an edit");
});

test("I can fork a conversation, delete a message, and undo it", async ({ chat, page }) => {
  await chat.ask("Root question");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const address = page.url();
  await chat.reply.getByRole("button", { name: "Fork" }).click();
  await expect(page).not.toHaveURL(address);
  await expect(chat.replies).toHaveCount(1);
  await chat.reply.getByRole("button", { name: "Delete" }).click();
  await expect(chat.replies).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chat.replies).toHaveCount(1);
});
