import type { Page } from "@playwright/test";
import { answer } from "./pages/model-actions.ts";
import { defaultModels } from "./support/fake-models.ts";
import { expect, test } from "./support/test.ts";

const llama = "llama3.2:latest";

function meterOf(page: Page) {
  return page.getByRole("link", { name: /^In memory:/ });
}

async function load(page: Page, name: string) {
  await page.getByRole("combobox", { name: "Model", exact: true }).selectOption(name);
  await page.getByRole("button", { name: "Load", exact: true }).click();
}

test("The shell says what is in memory, and leads to the board", async ({ chat, page }) => {
  await expect(meterOf(page)).toHaveAccessibleName("In memory: no model");
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(meterOf(page)).toHaveAccessibleName(/In memory: 1 model, 2(\.\d)? GB/, { timeout: 15_000 });
  await meterOf(page).click();
  const board = page.getByRole("list", { name: "Models in memory" });
  await expect(board.getByRole("listitem")).toHaveCount(1);
  await expect(board).toContainText(llama);
  await expect(board).toContainText(/Leaves in \d min \d+ sec/);
});

test("I load a model, keep it for good, and unload it again", async ({ chat, page, ollama }) => {
  await chat.open("#/running");
  await expect(page.getByText("Nothing is in memory")).toBeVisible();
  await load(page, llama);
  const board = page.getByRole("list", { name: "Models in memory" });
  await expect(board).toContainText(llama);
  const keep = board.getByRole("group", { name: `Keep ${llama} for` });
  await keep.getByRole("button", { name: "Always" }).click();
  await expect(board).toContainText("Stays until it is unloaded");
  expect(ollama.requestsTo("/api/generate").at(-1)?.body).toEqual({ model: llama, keep_alive: -1 });
  await keep.getByRole("button", { name: "1 hour" }).click();
  await expect(board).toContainText(/Leaves in (59|60) min/);
  await board.getByRole("button", { name: `Unload ${llama}` }).click();
  await expect(page.getByText("Nothing is in memory")).toBeVisible();
  expect(ollama.namesInMemory()).toEqual([]);
});

test("Retry asks for what was refused: an unload is no load", async ({ chat, page, ollama }) => {
  await chat.open("#/running");
  await load(page, llama);
  const board = page.getByRole("list", { name: "Models in memory" });
  await expect(board).toContainText(llama);
  await answer(page, "/api/generate", 500, "busy");
  await board.getByRole("button", { name: `Unload ${llama}` }).click();
  const alert = page.getByRole("alert").filter({ hasText: "busy" });
  await expect(alert).toBeVisible();
  await page.unroute("**/api/generate");
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(page.getByText("Nothing is in memory")).toBeVisible();
  expect(ollama.requestsTo("/api/generate").at(-1)?.body).toEqual({ model: llama, keep_alive: 0 });
});

test("A model that only embeds is loaded the way the server takes", async ({ chat, page, ollama }) => {
  await chat.open("#/running");
  await load(page, "nomic-embed-text:latest");
  await expect(page.getByRole("list", { name: "Models in memory" })).toContainText("nomic-embed-text");
  expect(ollama.requestsTo("/api/embed")).toHaveLength(1);
});

test("Before a load I am told what it needs and what may have to go", async ({ chat, page }) => {
  await chat.open("#/running");
  await load(page, llama);
  await expect(page.getByRole("list", { name: "Models in memory" })).toContainText(llama);
  await page.getByRole("combobox", { name: "Model", exact: true }).selectOption("qwen3:8b");
  await expect(page.getByText(/Needs about 5(\.\d)? GB.*most likely llama3\.2:latest/)).toBeVisible();
  await page.getByRole("combobox", { name: "Model", exact: true }).selectOption(llama);
  await expect(page.getByText("This model is in memory.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Load", exact: true })).toBeDisabled();
});

test.describe("with models that are hard to load", () => {
  const damaged = { name: "damaged:7b", capabilities: ["completion"], loadError: "signal: killed" } as const;
  const slow = { name: "slow:70b", capabilities: ["completion"], loadMs: 60_000 } as const;
  test.use({ server: { models: [...defaultModels, damaged, slow] } });

  test("a load that fails says why in the server's words", async ({ chat, page }) => {
    await chat.open("#/running");
    await load(page, damaged.name);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText(`Not enough memory for ${damaged.name}`);
    await expect(alert).toContainText("signal: killed");
    await alert.getByRole("button", { name: "Dismiss" }).click();
    await expect(alert).toHaveCount(0);
  });

  test("I can give up a load, and the server stops it", async ({ chat, page, ollama }) => {
    await chat.open("#/running");
    await load(page, slow.name);
    await expect(page.getByText(`Loading ${slow.name}`)).toBeVisible();
    // What ticks is not read out each second.
    await expect(page.getByRole("status").filter({ hasText: "Giving up stops the load" })).toHaveText(
      /^\D+$/,
    );
    await page.getByRole("button", { name: `Give up loading ${slow.name}` }).click();
    await expect(page.getByText(`Loading ${slow.name}`)).toHaveCount(0);
    await expect.poll(() => ollama.requestsTo("/api/generate").at(-1)?.aborted).toBe(true);
    expect(ollama.namesInMemory()).toEqual([]);
  });

  test("a server that dies in a load is told as that", async ({ chat, page, ollama }) => {
    await chat.open("#/running");
    await load(page, slow.name);
    await expect(page.getByText(`Loading ${slow.name}`)).toBeVisible();
    await ollama.close();
    await expect(page.getByRole("alert").filter({ hasText: "No answer from" })).toBeVisible();
  });
});

test("A hidden tab asks nothing of memory", async ({ chat, page, ollama }) => {
  await chat.open("#/running");
  await expect(page.getByText("Nothing is in memory")).toBeVisible();
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  });
  const before = ollama.requestsTo("/api/ps").length;
  await page.waitForTimeout(6500);
  expect(ollama.requestsTo("/api/ps").length).toBe(before);
});
