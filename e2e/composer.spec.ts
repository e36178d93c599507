import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

for (const place of ["new", "begun"]) {
  test(`What I type while a question is on its way stays in the box, in a conversation that is ${place}`, async ({
    chat,
    ollama,
    page,
  }) => {
    ollama.script(scenarios.plain);
    if (place === "begun") {
      await chat.ask("First?");
      await expect(chat.reply).toHaveAttribute("data-status", "done");
    }
    // The right to write comes late.
    const release = await page.evaluateHandle(() => {
      let letGo = () => {};
      const held = new Promise<void>((resolve) => (letGo = resolve));
      const request = navigator.locks.request.bind(navigator.locks) as (
        ...asked: unknown[]
      ) => Promise<unknown>;
      navigator.locks.request = (async (...asked: unknown[]) => {
        await held;
        return request(...asked);
      }) as typeof navigator.locks.request;
      return { release: letGo };
    });
    await chat.composer.fill("Are you there?");
    await chat.composer.press("Enter");
    await chat.composer.press("Enter");
    await chat.composer.press("End");
    await chat.composer.pressSequentially(" And one more");
    await release.evaluate((hold) => hold.release());
    await expect(chat.questions.last()).toHaveText(/Are you there\?$/);
    await expect(chat.composer).toHaveValue(" And one more");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(chat.sidebar.getByRole("link", { name: /Are you there|First/ })).toHaveCount(1);
  });
}

test("Escape that takes back a composition does not stop the reply", async ({ chat, ollama }) => {
  ollama.script(scenarios.paused);
  await chat.ask("First");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await chat.composer.fill("ねこ");
  await chat.composer.dispatchEvent("keydown", { key: "Escape", isComposing: true });
  await expect(chat.stop).toBeVisible();
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  await chat.composer.press("Escape");
  await expect(chat.reply).toHaveAttribute("data-status", "stopped");
  await expect(chat.composer).toHaveValue("ねこ");
});
