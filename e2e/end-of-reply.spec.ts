import { holdStorage } from "./support/hold-storage.ts";
import { says, scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A question sent in the moment in which a reply ends is asked", async ({ chat, ollama, page }) => {
  ollama.script(scenarios.paused);
  await chat.ask("First");
  await chat.composer.fill("Second");
  await chat.reply.evaluate((reply) => {
    new MutationObserver((_, observer) => {
      if (reply.dataset.status !== "done") return;
      observer.disconnect();
      const enter = { key: "Enter", bubbles: true, cancelable: true };
      document.querySelector("textarea")?.dispatchEvent(new KeyboardEvent("keydown", enter));
    }).observe(reply, { attributeFilter: ["data-status"] });
  });
  ollama.script(says("Both are heard."));
  ollama.release();
  await expect(chat.questions).toHaveText([/First/, /Second/]);
  await expect(chat.body(chat.reply)).toHaveText("Both are heard.");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("The last words are shown before they are kept, and the end once they are", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(scenarios.paused);
  await chat.ask("Count for me");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  const letGo = await holdStorage(page);
  ollama.release();
  await expect(chat.body(chat.reply)).toHaveText("One two three four five.");
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  await letGo();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
});
