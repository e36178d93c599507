import type { Page } from "@playwright/test";
import type { ChatPage } from "./pages/chat-page.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const many = Array.from({ length: 60 }, (_, index) => ({
  name: `model-${index}:7b`,
  capabilities: ["completion"] as const,
}));

test("I choose a model with the keyboard alone, and the choice is remembered", async ({ chat, page }) => {
  await expect(chat.modelButton).toContainText("llama3.2:latest");
  await chat.modelButton.focus();
  await page.keyboard.press("Enter");
  const search = page.getByRole("searchbox", { name: "Search models" });
  await expect(search).toBeFocused();
  await page.keyboard.type("qwen");
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(chat.modelButton).toContainText("qwen3:8b");
  await chat.ask("Hi");
  await chat.open();
  await page.reload();
  await expect(chat.modelButton).toContainText("qwen3:8b");
});

test("The picker shows what the server knows of each model, and offers none that cannot chat", async ({
  chat,
  page,
}) => {
  await chat.modelButton.click();
  const list = page.getByRole("listbox", { name: "Models" });
  await expect(list.getByRole("option", { name: /^llama3\.2:latest/ })).toContainText(/2 GB.*|3\.2B/);
  await expect(list.getByRole("option", { name: /^qwen3:8b/ })).toContainText("8.2B");
  await expect(list.getByRole("option", { name: /nomic-embed/ })).toHaveCount(0);
  await expect(list.getByRole("option", { name: /^gpt-oss:120b-cloud/ })).toContainText(
    /leaves this computer/i,
  );
});

test("A model in memory is marked", async ({ chat, page }) => {
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.modelButton.click();
  await expect(page.getByRole("option", { name: /^llama3\.2:latest/ })).toContainText(/in memory/i);
});

test("Each conversation keeps its own model", async ({ chat }) => {
  await chat.ask("With llama");
  await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
  await chat.chooseModel("qwen3:8b");
  await chat.ask("With qwen");
  await chat.sidebar.getByRole("link", { name: "With llama" }).click();
  await expect(chat.modelButton).toContainText("llama3.2:latest");
  await chat.sidebar.getByRole("link", { name: "With qwen" }).click();
  await expect(chat.modelButton).toContainText("qwen3:8b");
});

test.describe("with sixty models", () => {
  test.use({ server: { models: many } });

  test("search finds one as I type", async ({ chat, page }) => {
    await chat.modelButton.click();
    await expect(page.getByRole("option")).toHaveCount(60);
    await page.getByRole("searchbox", { name: "Search models" }).fill("model-42");
    await expect(page.getByRole("option")).toHaveCount(1);
  });
});

test.describe("with no models", () => {
  test.use({ server: { models: [], anyPull: pullScenarios.quick } });

  test("the empty state leads to a pull, and the model is there at once", async ({ chat, page }) => {
    await page
      .getByRole("button", { name: /Pull a model/ })
      .first()
      .click();
    const dialog = page.getByRole("dialog", { name: "Pull model" });
    await dialog.getByRole("textbox", { name: "Model name" }).fill("ollama run smollm2");
    await dialog.getByRole("button", { name: "Pull", exact: true }).click();
    await expect(chat.modelButton).toContainText("smollm2:latest");
  });
});

test.describe("pulling", () => {
  test.use({ server: { anyPull: pullScenarios.slow, speed: 2 } });

  async function openPull({ page, modelButton }: ChatPage, name: string) {
    await modelButton.click();
    await page.getByRole("button", { name: "Pull a model" }).click();
    const dialog = page.getByRole("dialog", { name: "Pull model" });
    await dialog.getByRole("textbox", { name: "Model name" }).fill(name);
    await dialog.getByRole("button", { name: "Pull", exact: true }).click();
    return dialog;
  }

  async function watch(page: Page, name: string) {
    await page.evaluate((label) => {
      const values: number[] = [];
      Object.assign(window, { values });
      const look = () => {
        const bar = document.querySelector(`[role=progressbar][aria-label="${label}"]`);
        const value = bar?.getAttribute("aria-valuenow");
        if (value != null) values.push(Number(value));
        requestAnimationFrame(look);
      };
      look();
    }, `Pulling ${name}`);
    return () => page.evaluate(() => (window as unknown as { values: number[] }).values);
  }

  test("progress tells bytes, speed and time left, and ends with the model in the picker", async ({
    chat,
    page,
  }) => {
    const values = await watch(page, "tiny:latest");
    const dialog = await openPull(chat, "tiny");
    const bar = page.getByRole("progressbar", { name: "Pulling tiny:latest" });
    await expect(bar).toHaveCount(1);
    await expect(dialog.getByText(/MB of .*MB/)).toBeVisible();
    await expect(dialog.getByText(/\/s/).first()).toBeVisible();
    await expect(bar).toHaveCount(0, { timeout: 15_000 });
    const seen = await values();
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.every((value, index) => value >= (seen[index - 1] ?? 0))).toBe(true);
    await page.keyboard.press("Escape");
    await chat.modelButton.click();
    await expect(page.getByRole("option", { name: /^tiny:latest/ })).toBeVisible();
  });

  test("progress never runs backwards though the server's does", async ({ chat, page, ollama }) => {
    ollama.scriptPull(pullScenarios.fallsBack);
    const values = await watch(page, "tiny:latest");
    await openPull(chat, "tiny");
    const bar = page.getByRole("progressbar", { name: "Pulling tiny:latest" });
    await expect(bar).toHaveCount(1);
    await expect(bar).toHaveCount(0, { timeout: 20_000 });
    const seen = await values();
    expect(seen.every((value, index) => value >= (seen[index - 1] ?? 0))).toBe(true);
    expect(seen.filter((value) => value < 100).every((value) => value <= 99)).toBe(true);
  });

  test("it goes on while the dialog is closed, is seen in the shell, and can be cancelled there", async ({
    chat,
    page,
    ollama,
  }) => {
    await openPull(chat, "tiny");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("progressbar", { name: "Pulling tiny:latest" })).toHaveCount(1);
    await page.getByRole("button", { name: "Cancel pull of tiny:latest" }).click();
    await expect.poll(() => ollama.requestsTo("/api/pull")[0]?.aborted).toBe(true);
    await expect(page.getByRole("progressbar", { name: "Pulling tiny:latest" })).toHaveCount(0);
  });

  test("two at once", async ({ chat, page }) => {
    const dialog = await openPull(chat, "tiny");
    await dialog.getByRole("textbox", { name: "Model name" }).fill("other:1b");
    await dialog.getByRole("button", { name: "Pull", exact: true }).click();
    await expect(page.getByRole("progressbar", { name: /^Pulling (tiny:latest|other:1b)$/ })).toHaveCount(2);
  });

  test("after a reload the app knows what was being pulled, and goes on", async ({ chat, page, ollama }) => {
    await openPull(chat, "tiny");
    await expect(page.getByRole("progressbar", { name: "Pulling tiny:latest" })).toHaveAttribute(
      "aria-valuenow",
      /\d+/,
    );
    await page.reload();
    await page.getByRole("button", { name: /Go on/ }).first().click();
    await expect.poll(() => ollama.requestsTo("/api/pull").length).toBe(2);
    await expect(page.getByRole("progressbar", { name: "Pulling tiny:latest" })).toHaveCount(1);
  });

  for (const [name, cause] of [
    ["missing", /registry has no|does not exist|no such model|not found/i],
    ["denied", /denied|refus|unauthori/i],
    ["diskFull", /space|disk/i],
    ["offline", /no such host|registry|internet|reach/i],
    ["wrongBytes", /digest|damaged|again/i],
  ] as const) {
    test(`an error in the stream is an error: ${pullScenarios[name].about}`, async ({ chat, ollama }) => {
      ollama.scriptPull(pullScenarios[name]);
      const dialog = await openPull(chat, "tiny");
      await expect(dialog.getByRole("alert")).toContainText(cause);
      await expect(dialog.getByRole("button", { name: "Retry" })).toBeVisible();
    });
  }

  test("a name that Ollama would refuse is refused at the field", async ({ chat, ollama }) => {
    const dialog = await openPull(chat, "not a name!");
    await expect(dialog.getByRole("textbox", { name: "Model name" })).toHaveAttribute("aria-invalid", "true");
    expect(ollama.requestsTo("/api/pull")).toHaveLength(0);
  });
});

test("A model named in the address stays chosen though it is not installed, and my text stays", async ({
  chat,
  page,
  ollama,
}) => {
  await page.goto(`${chat.url}/?q=Hello%20there&model=missing:1b#/`);
  await expect(chat.composer).toHaveValue("Hello there");
  await expect(chat.modelButton).toContainText("missing:1b");
  await expect(page.getByText(/not installed/i).first()).toBeVisible();
  expect(page.url()).not.toContain("?");
  await chat.composer.press("Enter");
  await expect(page.getByRole("button", { name: /Pull missing:1b/ }).first()).toBeVisible();
  await expect(chat.composer).toHaveValue("Hello there");
  expect(ollama.requestsTo("/v1/chat/completions")).toHaveLength(0);
});

test("The list of models stays usable while the server is down", async ({ chat, page, ollama }) => {
  await expect(chat.modelButton).toContainText("llama3.2:latest");
  await ollama.close();
  await page.reload();
  await expect(chat.connection).toHaveAccessibleName(/unreachable/);
  await chat.modelButton.click();
  await expect(page.getByRole("option", { name: /^qwen3:8b/ })).toBeVisible();
});

test("A question that I send before the models are known goes out once they are", async ({
  chat,
  ollama,
  page,
}) => {
  // Else the first visit may write down its models after that was cleared.
  await expect(chat.modelButton).toContainText("llama3.2");
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/tags", async (route) => {
    await held;
    await route.continue();
  });
  // A second visit knows the models of the first.
  await page.evaluate(() => localStorage.clear());
  await page.reload();
  ollama.script(scenarios.plain);
  await chat.composer.fill("Are you there");
  await chat.composer.press("Enter");
  await chat.composer.press("End");
  await chat.composer.pressSequentially("?");
  expect(ollama.requestsTo("/v1/chat/completions")).toHaveLength(0);
  answer();
  await expect(chat.questions).toHaveText([/Are you there\?/]);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/v1/chat/completions")).toHaveLength(1);
});
