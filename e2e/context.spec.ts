import { expect, test } from "./support/test.ts";

test.describe("a small context", () => {
  test.use({ server: { contextLength: 300 } });

  test("messages that the model no longer sees are marked, as the server tells", async ({ chat }) => {
    for (let index = 0; index < 5; index += 1) {
      await chat.ask(`Question number ${index}: ${"many words to fill the context with, ".repeat(8)}`);
      await expect(chat.reply).toHaveAttribute("data-status", "done");
    }
    await expect(chat.questions.first().getByText("Not seen by the model", { exact: true })).toBeVisible();
    await expect(chat.questions.last().getByText("Not seen by the model")).toHaveCount(0);
    await expect(chat.reply.getByText(/of 300 context/)).toBeVisible();
  });
});

test.describe("a small context on an old server", () => {
  test.use({ server: { contextLength: 300, knowsDebugRender: false } });

  test("the marks say that they are estimates", async ({ chat }) => {
    for (let index = 0; index < 5; index += 1) {
      await chat.ask(`Question number ${index}: ${"many words to fill the context with, ".repeat(8)}`);
      await expect(chat.reply).toHaveAttribute("data-status", "done");
    }
    await expect(chat.questions.first().getByText("≈ Not seen by the model")).toBeVisible();
  });
});
