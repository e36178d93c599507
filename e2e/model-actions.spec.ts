import type { Locator } from "@playwright/test";
import type { ChatPage } from "./pages/chat-page.ts";
import { act, answer, ask, row } from "./pages/model-actions.ts";
import { defaultModels } from "./support/fake-models.ts";
import { expect, test } from "./support/test.ts";

test.describe("the menu of a model", () => {
  test("leads to its pages", async ({ chat, page }) => {
    await act(chat, "qwen3:8b", "Details");
    await expect(page).toHaveURL(/#\/models\/qwen3%3A8b$/);
    await act(chat, "qwen3:8b", "Create from it");
    await expect(page).toHaveURL(/#\/create\/qwen3%3A8b$/);
    await act(chat, "qwen3:8b", "Start a chat");
    await expect(chat.modelButton).toContainText("qwen3:8b");
    await expect(chat.composer).toBeVisible();
  });

  test("updates and tests a model, and shows how that goes", async ({ chat, page, ollama }) => {
    await act(chat, "qwen3:8b", "Update");
    await expect(page).toHaveURL(/#\/pulls$/);
    await expect
      .poll(() => ollama.requestsTo("/api/pull").map(({ body }) => body))
      .toEqual([{ model: "qwen3:8b" }]);
    await act(chat, "qwen3:8b", "Test");
    await expect(page).toHaveURL(/#\/health$/);
    await expect.poll(() => ollama.namesInMemory()).toEqual(["qwen3:8b"]);
  });

  test("pins and hides a model", async ({ chat, page }) => {
    await act(chat, "qwen3:8b", "Pin");
    await expect(row(page, "qwen3:8b")).toContainText("pinned");
    await act(chat, "qwen3:8b", "Unpin");
    await expect(row(page, "qwen3:8b")).not.toContainText("pinned");
    await act(chat, "qwen3:8b", "Hide");
    await expect(row(page, "qwen3:8b")).toHaveCount(0);
  });

  test("loads a model into memory, and takes it out", async ({ chat, page, ollama }) => {
    await act(chat, "qwen3:8b", "Preload");
    await expect.poll(() => ollama.namesInMemory()).toEqual(["qwen3:8b"]);
    await expect(row(page, "qwen3:8b")).toContainText("in memory");
    await act(chat, "qwen3:8b", "Unload");
    await expect.poll(() => ollama.namesInMemory()).toEqual([]);
  });

  test.describe("of a model that is hard to load", () => {
    const damaged = {
      name: "damaged:7b",
      capabilities: ["completion"],
      loadError: "signal: killed",
    } as const;
    const slow = { name: "slow:70b", capabilities: ["completion"], loadMs: 60_000 } as const;
    test.use({ server: { models: [...defaultModels, damaged, slow] } });

    test("says why it was not loaded, wherever I am", async ({ chat, page }) => {
      await act(chat, damaged.name, "Preload");
      const alert = page.getByRole("alert").filter({ hasText: `${damaged.name} was not loaded` });
      await expect(alert).toContainText("Not enough memory");
      await chat.open("#/");
      await expect(alert).toBeVisible();
      await chat.open("#/running");
      await expect(alert).toHaveCount(1);
      await alert.getByRole("button", { name: "Dismiss" }).click();
      await expect(alert).toHaveCount(0);
    });

    test("tells that it is being loaded, and gives that up", async ({ chat, page, ollama }) => {
      await act(chat, slow.name, "Preload");
      await expect(row(page, slow.name)).toContainText("loading into memory");
      await act(chat, slow.name, "Give up loading");
      await expect.poll(() => ollama.requestsTo("/api/generate").at(-1)?.aborted).toBe(true);
      await expect(row(page, slow.name)).not.toContainText("loading");
    });
  });

  test("offers nothing that a model cannot do", async ({ chat, page }) => {
    await chat.open("#/models");
    await page.getByRole("button", { name: "Options for nomic-embed-text:latest" }).click();
    await expect(page.getByRole("menuitem", { name: "Preload" })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: "Start a chat" })).toHaveCount(0);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Options for gpt-oss:120b-cloud" }).click();
    await expect(page.getByRole("menuitem", { name: "Details" })).toBeVisible();
    await expect(page.getByRole("menuitem", { name: "Preload" })).toHaveCount(0);
    await expect(page.getByRole("menuitem", { name: "Push…" })).toHaveCount(0);
  });
});

test.describe("copying", () => {
  test("a copy is in the list, and shares its digest", async ({ chat, page, ollama }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Copy…");
    const box = dialog.getByRole("textbox", { name: "New name" });
    await expect(box).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Options for llama3.2:latest" })).toBeFocused();
    await act(chat, "llama3.2:latest", "Copy…");
    await box.fill("Mine");
    await box.press("Enter");
    await expect(dialog).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "Copied to Mine:latest" })).toBeVisible();
    await expect(row(page, "Mine:latest")).toBeVisible();
    expect(ollama.requestsTo("/api/copy").map(({ body }) => body)).toEqual([
      { source: "llama3.2:latest", destination: "Mine:latest" },
    ]);
  });

  for (const [typed, reason] of [
    ["", /Type the name/],
    ["a b", /no spaces/],
    ["-x", /begins with a letter/],
    ["x:-", /no tag/],
    ["a.b/c", /owner/],
    ["LLAMA3.2", /this name already/],
  ] as const) {
    test(`a name that cannot be is refused at the field: “${typed}”`, async ({ chat, ollama }) => {
      const dialog = await ask(chat, "llama3.2:latest", "Copy…");
      const box = dialog.getByRole("textbox", { name: "New name" });
      await box.fill(typed);
      await dialog.getByRole("button", { name: "Copy", exact: true }).click();
      await expect(box).toHaveAttribute("aria-invalid", "true");
      await expect(box).toHaveAccessibleDescription(reason);
      await expect(box).toHaveValue(typed);
      expect(ollama.requestsTo("/api/copy")).toHaveLength(0);
    });
  }

  test("asks before another model is overwritten, whatever its letter case", async ({ chat, ollama }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Copy…");
    await dialog.getByRole("textbox", { name: "New name" }).fill("QWEN3:8b");
    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("qwen3:8b is installed already");
    expect(ollama.requestsTo("/api/copy")).toHaveLength(0);
    await dialog.getByRole("button", { name: "Replace it" }).click();
    await expect(dialog).toHaveCount(0);
    expect(ollama.requestsTo("/api/copy")).toHaveLength(1);
  });

  test("a refusal stands in the dialog, with the server's words and mine", async ({ chat, ollama }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Copy…");
    ollama.setModels([]);
    await dialog.getByRole("textbox", { name: "New name" }).fill("mine");
    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText('model "llama3.2:latest" not found');
    await expect(dialog.getByRole("textbox", { name: "New name" })).toHaveValue("mine");
  });

  test("a copy whose answer is lost is found in the list", async ({ chat, page }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Copy…");
    await dialog.getByRole("textbox", { name: "New name" }).fill("mine");
    await page.route("**/api/copy", async (route) => {
      if (route.request().method() !== "OPTIONS") await route.fetch();
      await route.abort();
    });
    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(row(page, "mine:latest")).toBeVisible();
  });

  test("where neither an answer nor a list comes, it is left open", async ({ chat, page, ollama }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Copy…");
    await dialog.getByRole("textbox", { name: "New name" }).fill("mine");
    await page.route("**/api/copy", async (route) => {
      await ollama.close();
      await route.abort();
    });
    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("No answer");
    await expect(dialog).toContainText("mine:latest may have been made all the same");
  });

  test("a server that is gone is said to be", async ({ chat, ollama }) => {
    const dialog = await ask(chat, "llama3.2:latest", "Copy…");
    await dialog.getByRole("textbox", { name: "New name" }).fill("mine");
    await ollama.close();
    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect(dialog.getByRole("alert")).toContainText("No answer");
    await expect(dialog.getByRole("textbox", { name: "New name" })).toHaveValue("mine");
  });
});

test.describe("renaming", () => {
  async function rename(chat: ChatPage, to: string): Promise<Locator> {
    const dialog = await ask(chat, "llama3.2:latest", "Rename…");
    await dialog.getByRole("textbox", { name: "New name" }).fill(to);
    return dialog;
  }

  test("the model has its new name, and the conversations follow it", async ({ chat, page, ollama }) => {
    await chat.ask("With llama");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const dialog = await rename(chat, "lama");
    await expect(dialog.getByRole("checkbox", { name: /conversation/ })).toBeChecked();
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(row(page, "lama:latest")).toBeVisible();
    await expect(row(page, "llama3.2:latest")).toHaveCount(0);
    expect(ollama.modelNames()).not.toContain("llama3.2:latest");
    await chat.sidebar.getByRole("link", { name: "With llama" }).click();
    await expect(chat.modelButton).toContainText("lama:latest");
    await page.reload();
    await expect(chat.modelButton).toHaveAccessibleName("Model lama:latest");
  });

  test("conversations stay with the old name where I want that", async ({ chat, page }) => {
    await chat.ask("With llama");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const dialog = await rename(chat, "lama");
    await dialog.getByRole("checkbox", { name: /conversation/ }).uncheck();
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(row(page, "lama:latest")).toBeVisible();
    await chat.sidebar.getByRole("link", { name: "With llama" }).click();
    await expect(chat.modelButton).toHaveAccessibleName("Model llama3.2:latest, not installed");
  });

  test("where the old name cannot be deleted, the copy is taken back", async ({ chat, page, ollama }) => {
    await answer(page, "/api/delete", 500, "remove blobs: permission denied", (body) =>
      body.includes("llama3.2"),
    );
    const dialog = await rename(chat, "lama");
    await dialog.getByRole("button", { name: "Rename" }).click();
    const alert = dialog.getByRole("alert");
    await expect(alert).toContainText("llama3.2:latest keeps its name");
    await expect(alert).toContainText("permission denied");
    expect(ollama.modelNames()).toContain("llama3.2:latest");
    expect(ollama.modelNames()).not.toContain("lama:latest");
  });

  test("where the copy cannot be taken back either, both names are told", async ({ chat, page, ollama }) => {
    await answer(page, "/api/delete", 500, "permission denied");
    const dialog = await rename(chat, "lama");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(dialog.getByRole("alert")).toContainText("two names: llama3.2:latest and lama:latest");
    expect(ollama.modelNames()).toEqual(expect.arrayContaining(["llama3.2:latest", "lama:latest"]));
  });

  test("where the answer to the delete is lost, nothing more is deleted", async ({ chat, page, ollama }) => {
    await page.route("**/api/delete", (route) => route.abort());
    const dialog = await rename(chat, "lama");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(dialog.getByRole("alert")).toContainText("two names now: llama3.2:latest and lama:latest");
    expect(ollama.modelNames()).toContain("lama:latest");
  });
});
