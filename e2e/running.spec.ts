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
  expect(ollama.requestsTo("/api/generate").at(-1)?.body).toEqual({
    model: llama,
    options: { num_ctx: 4096 },
    keep_alive: -1,
  });
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

test("A hidden tab asks nothing of memory, and a tab that is seen again does", async ({
  chat,
  page,
  ollama,
}) => {
  await page.clock.install();
  await chat.open("#/running");
  await expect(page.getByText("Nothing is in memory")).toBeVisible();
  const look = (visibility: string) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
    }, visibility);
  await look("hidden");
  const before = ollama.requestsTo("/api/ps").length;
  await page.clock.runFor(60_000);
  expect(ollama.requestsTo("/api/ps").length).toBe(before);
  await look("visible");
  await page.clock.runFor(6000);
  await expect.poll(() => ollama.requestsTo("/api/ps").length).toBeGreaterThan(before);
});

test("A model that another client loaded with more context keeps it when I let it stay", async ({
  chat,
  page,
  ollama,
  request,
}) => {
  const data = { model: llama, options: { num_ctx: 16_384 } };
  await request.post(`${ollama.url}/api/generate`, { data });
  await chat.open("#/running");
  const board = page.getByRole("list", { name: "Models in memory" });
  await expect(board).toContainText("16,384 tokens of context");
  await board.getByRole("button", { name: "1 hour" }).click();
  await expect(board).toContainText(/Leaves in (59|60) min/);
  await expect(board).toContainText("16,384 tokens of context");
  // It is no load, and is not called one.
  await expect(page.getByText(/^Loading/)).toHaveCount(0);
});

test.describe("what is asked of a model in memory", () => {
  test.beforeEach(async ({ chat, page }) => {
    await chat.open("#/running");
    await load(page, llama);
    await expect(page.getByRole("list", { name: "Models in memory" })).toContainText(llama);
  });

  const alert = (page: Page) => page.getByRole("alert");

  test("a refusal of another time says so, and Retry asks for that time", async ({ page, ollama }) => {
    await answer(page, "/api/generate", 500, "no");
    await page.getByRole("button", { name: "Always" }).click();
    await expect(alert(page)).toContainText(`${llama} was not given another time`);
    await page.unroute("**/api/generate");
    await alert(page).getByRole("button", { name: "Retry" }).click();
    await expect(page.getByText("Stays until it is unloaded")).toBeVisible();
    await expect(alert(page)).toHaveCount(0);
    expect(ollama.requestsTo("/api/generate").at(-1)?.body).toMatchObject({ keep_alive: -1 });
  });

  for (const [name, button] of [
    ["keeping", "1 hour"],
    ["unloading", `Unload ${llama}`],
  ] as const) {
    test(`a connection that breaks while ${name} leaves it open what became of it`, async ({ page }) => {
      await page.route("**/api/generate", (route) => route.abort());
      await page.getByRole("button", { name: button, exact: true }).click();
      await expect(alert(page)).toContainText("No answer from");
      await expect(alert(page)).toContainText(`What became of ${llama} shows in the list`);
      await alert(page).getByRole("button", { name: "Dismiss" }).click();
      await expect(alert(page)).toHaveCount(0);
    });
  }

  test("a list that the server does not give is said to be old, until it comes again", async ({ page }) => {
    await answer(page, "/api/ps", 500, "store is broken");
    await expect(alert(page)).toContainText("store is broken", { timeout: 20_000 });
    await expect(page.getByText(/Told .* ago; the server does not answer this now/)).toBeVisible();
    await expect(meterOf(page)).toHaveAccessibleName("In memory: not known");
    await page.unroute("**/api/ps");
    await alert(page).getByRole("button", { name: "Retry" }).click();
    await expect(alert(page)).toHaveCount(0);
    await expect(page.getByText(/Asked every/)).toBeVisible();
  });

  test("without the server nothing is said to be in memory", async ({ chat, page, ollama }) => {
    await ollama.close();
    await page.reload();
    await expect(chat.connection).toHaveAccessibleName(/unreachable/);
    await expect(page.getByText("what is in its memory is not known")).toBeVisible();
    await expect(page.getByRole("list", { name: "Models in memory" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: /connection/i }).first()).toBeVisible();
  });
});

test("What a load on one server is told of is not told of another, and Retry goes where it was asked", async ({
  page,
  site,
  ollama,
  startServer,
}) => {
  const shed = await startServer({
    models: [{ name: llama, capabilities: ["completion"], loadError: "signal: killed" }],
  });
  const entry = (name: string, { url }: { url: string }) => ({ name, url, kind: "ollama" });
  site.setConfig({ servers: [entry("Shed", shed), entry("Home", ollama)] });
  await page.goto(`${site.url}/#/running`);
  await load(page, llama);
  const alert = page.getByRole("alert").filter({ hasText: `${llama} was not loaded` });
  await expect(alert).toBeVisible();
  await page.getByRole("combobox", { name: "Server" }).selectOption("Home");
  await expect(page.getByText("Nothing is in memory")).toBeVisible();
  // It is said above the page, where it is not of the server that the page is about.
  await expect(page.locator("#main").getByRole("alert")).toHaveCount(0);
  await expect(alert).toBeVisible();
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect.poll(() => shed.requestsTo("/api/generate").length).toBe(2);
  expect(ollama.requestsTo("/api/generate")).toHaveLength(0);
});

test("In the library, what is in memory is not told any more where the server does not tell", async ({
  chat,
  page,
  ollama,
  request,
}) => {
  await request.post(`${ollama.url}/api/generate`, { data: { model: llama } });
  await chat.open("#/models");
  await expect(page.getByRole("row", { name: llama })).toContainText("in memory", { timeout: 20_000 });
  await answer(page, "/api/ps", 500, "store is broken");
  await expect(page.getByRole("row", { name: llama })).not.toContainText("in memory", { timeout: 20_000 });
});
