import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { answer, ask } from "./pages/model-actions.ts";
import { expect, test } from "./support/test.ts";

const anna = { name: "anna", email: "anna@example.org" };

test.describe("pushing", () => {
  const bar = (page: Page) => page.getByRole("progressbar", { name: "Pushing anna/llama3.2:latest" });

  test.describe("with an account", () => {
    test.use({ server: { account: anna } });

    test("the model is copied to my account's name, and pushed", async ({ chat, page, ollama }) => {
      const dialog = await ask(chat, "llama3.2:latest", "Push…");
      await expect(dialog).toContainText("signed in to ollama.com as anna");
      await expect(dialog.getByRole("textbox", { name: "Push as" })).toHaveValue("anna/llama3.2:latest");
      await dialog.getByRole("button", { name: "Copy and push" }).click();
      await expect(page.getByRole("link", { name: "https://ollama.com/anna/llama3.2:latest" })).toBeVisible();
      expect(ollama.requestsTo("/api/copy").map(({ body }) => body)).toEqual([
        { source: "llama3.2:latest", destination: "anna/llama3.2:latest" },
      ]);
      expect(ollama.requestsTo("/api/push").map(({ body }) => body)).toEqual([
        { model: "anna/llama3.2:latest" },
      ]);
    });

    test("it goes on in the shell with bytes, speed and time left, and can be cancelled", async ({
      chat,
      page,
      ollama,
    }) => {
      ollama.scriptPush({ about: "slow", bytesPerSecond: 200_000_000 });
      const dialog = await ask(chat, "llama3.2:latest", "Push…");
      await dialog.getByRole("button", { name: "Copy and push" }).click();
      await expect(bar(page)).toHaveAttribute("aria-valuenow", /\d+/);
      await expect(bar(page)).toHaveCount(1);
      await expect(page.getByRole("dialog").getByText(/MB of 2 GB.*\/s.*left/)).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await chat.open("#/settings");
      await expect(bar(page)).toHaveCount(1);
      await page.getByRole("button", { name: "Cancel push of anna/llama3.2:latest" }).click();
      await expect.poll(() => ollama.requestsTo("/api/push")[0]?.aborted).toBe(true);
      await expect(bar(page)).toHaveCount(0);
    });

    test("an error in mid-stream is an error, with the server's words, and Retry", async ({
      chat,
      page,
      ollama,
    }) => {
      ollama.scriptPush({
        about: "the registry leaves",
        bytesPerSecond: 20_000_000_000,
        fails: "max retries exceeded: write tcp: connection reset by peer",
      });
      const dialog = await ask(chat, "llama3.2:latest", "Push…");
      await dialog.getByRole("button", { name: "Copy and push" }).click();
      const alert = page.getByRole("dialog").getByRole("alert");
      await expect(alert).toContainText("anna/llama3.2:latest could not be pushed");
      await expect(alert).toContainText("max retries exceeded");
      await alert.getByRole("button", { name: "Retry" }).click();
      await expect(page.getByRole("dialog").getByText("Pushed", { exact: true })).toBeVisible();
    });

    test("a refusal before the first line is told in the server's words", async ({ chat, page }) => {
      await answer(page, "/api/push", 500, "remove manifest: permission denied");
      const dialog = await ask(chat, "llama3.2:latest", "Push…");
      await dialog.getByRole("button", { name: "Copy and push" }).click();
      const alert = page.getByRole("dialog").getByRole("alert");
      await expect(alert).toContainText("anna/llama3.2:latest could not be pushed");
      await expect(alert).toContainText("500 remove manifest: permission denied");
    });

    test("a server that stops in the middle is no success", async ({ chat, page, ollama }) => {
      ollama.scriptPush({ about: "slow", bytesPerSecond: 200_000_000 });
      const dialog = await ask(chat, "llama3.2:latest", "Push…");
      await dialog.getByRole("button", { name: "Copy and push" }).click();
      await expect(bar(page)).toHaveAttribute("aria-valuenow", /\d+/);
      await ollama.close();
      await expect(page.getByRole("dialog").getByRole("alert")).toContainText("ended before the push did");
    });

    test("someone else's namespace is doubted before, and explained after", async ({ chat, page }) => {
      const dialog = await ask(chat, "llama3.2:latest", "Push…");
      await dialog.getByRole("textbox", { name: "Push as" }).fill("bert/llama");
      await expect(dialog).toContainText("bert is another account");
      await dialog.getByRole("button", { name: "Copy and push" }).click();
      const alert = page.getByRole("dialog").getByRole("alert");
      await expect(alert).toContainText("does not let this server write there");
      await expect(alert).toContainText("unauthorized: access denied");
    });

    for (const [typed, reason] of [
      ["llama3.2", /account’s name and a slash/],
      ["anna/", /model’s name/],
      ["an na/x", /no spaces/],
      ["hf.co/some/Tiny-GGUF:Q4_K_M", /takes no models.*account\/Tiny-GGUF:Q4_K_M/],
    ] as const) {
      test(`a name that cannot be pushed is refused at the field: “${typed}”`, async ({ chat, ollama }) => {
        const dialog = await ask(chat, "llama3.2:latest", "Push…");
        const box = dialog.getByRole("textbox", { name: "Push as" });
        await box.fill(typed);
        await box.press("Enter");
        await expect(box).toHaveAttribute("aria-invalid", "true");
        await expect(box).toHaveAccessibleDescription(reason);
        expect(ollama.requestsTo("/api/push")).toHaveLength(0);
      });
    }
  });

  test("without an account it leads to the sign-in, and notices when that is done", async ({
    chat,
    page,
    ollama,
  }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Push…");
    await expect(dialog).toContainText("not signed in");
    const link = dialog.getByRole("link", { name: "Sign in" });
    await expect(link).toHaveAttribute("href", /^https:\/\/ollama\.com\/connect\?/);
    await expect(link).toHaveAttribute("rel", /noopener/);
    await expect(link).toHaveAttribute("target", "_blank");
    const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await expect(dialog.getByRole("button", { name: "Push", exact: true })).toBeDisabled();
    ollama.setAccount(anna);
    await expect(dialog).toContainText("signed in to ollama.com as anna");
    await expect(dialog.getByRole("textbox", { name: "Push as" })).toHaveValue("anna/llama3.2:latest");
    await dialog.getByRole("button", { name: "Copy and push" }).click();
    await expect(page.getByRole("dialog").getByText("Pushed", { exact: true })).toBeVisible();
  });

  test.describe("where ollama.com is out of reach", () => {
    test.use({ server: { account: "unavailable" } });

    test("that is said before anything is sent, and asked again when I say so", async ({ chat, ollama }) => {
      const dialog = await ask(chat, "llama3.2:latest", "Push…");
      await expect(dialog).toContainText("does not reach ollama.com");
      ollama.setAccount(anna);
      await dialog.getByRole("button", { name: "Check again" }).click();
      await expect(dialog).toContainText("signed in to ollama.com as anna");
      expect(ollama.requestsTo("/api/push")).toHaveLength(0);
    });
  });

  test("a registry of its own asks for no account, and takes plain HTTP where I say so", async ({
    chat,
    page,
    ollama,
  }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Push…");
    await dialog.getByRole("textbox", { name: "Push as" }).fill("127.0.0.1:5001/fast/mine");
    await expect(dialog).not.toContainText("not signed in");
    await dialog.getByRole("checkbox", { name: /plain HTTP/ }).check();
    await dialog.getByRole("button", { name: "Copy and push" }).click();
    await expect(page.getByRole("dialog").getByText("Pushed", { exact: true })).toBeVisible();
    expect(ollama.requestsTo("/api/push").map(({ body }) => body)).toEqual([
      { model: "127.0.0.1:5001/fast/mine:latest", insecure: true },
    ]);
  });
});
