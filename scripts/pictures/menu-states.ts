import { pullScenarios } from "../../e2e/support/pull-scenarios.ts";
import { scenarios } from "../../e2e/support/scenarios.ts";
import { asked, showSidebar, type Stage, type State } from "./state.ts";

const thinker = { config: { defaultModel: "qwen3:8b" } };
const weights = [4_700_000_000, 668, 17];

async function openPull({ chat, page }: Stage): Promise<void> {
  await chat.modelButton.click();
  await page.getByRole("button", { name: "Pull a model" }).click();
  await page.getByRole("dialog", { name: "Pull model" }).waitFor();
}

async function pull(stage: Stage, name: string): Promise<void> {
  await openPull(stage);
  const dialog = stage.page.getByRole("dialog", { name: "Pull model" });
  await dialog.getByRole("textbox", { name: "Model name" }).fill(name);
  await dialog.getByRole("button", { name: "Pull", exact: true }).click();
}

async function conversationMenu(stage: Stage): Promise<void> {
  await asked(scenarios.plain, "done")(stage);
  await showSidebar(stage);
  const sidebar = stage.chat.sidebar;
  await sidebar.getByRole("link").nth(1).hover();
  await sidebar
    .getByRole("button", { name: /^Options for/ })
    .first()
    .click();
  await stage.page.getByRole("menu").waitFor();
}

/** Dialogs and menus. */
export const menuStates: readonly State[] = [
  { name: "menu-models", steps: ({ chat }) => chat.modelButton.click() },
  {
    name: "menu-models-search-nothing",
    steps: async ({ chat, page }) => {
      await chat.modelButton.click();
      await page.getByRole("searchbox", { name: "Search models" }).fill("zzz");
    },
  },
  { name: "menu-models-no-server", isServerDown: true, steps: ({ chat }) => chat.modelButton.click() },
  {
    name: "menu-reasoning",
    ...thinker,
    steps: async ({ page }) => {
      await page.getByRole("button", { name: /^Reasoning/ }).click();
      await page.getByRole("menu").waitFor();
    },
  },
  { name: "menu-parameters", steps: ({ page }) => page.getByRole("button", { name: /^Parameters/ }).click() },
  {
    name: "menu-parameters-set",
    steps: async ({ page }) => {
      await page.getByRole("button", { name: /^Parameters/ }).click();
      await page.getByRole("textbox", { name: "System prompt" }).fill("Answer in one sentence.");
      await page.getByRole("spinbutton", { name: "Temperature" }).fill("9");
      await page.getByRole("spinbutton", { name: "Seed" }).fill("42");
      await page.getByRole("spinbutton", { name: "Seed" }).blur();
    },
  },
  { name: "menu-conversation", steps: conversationMenu },
  {
    name: "menu-conversation-rename",
    steps: async (stage) => {
      await conversationMenu(stage);
      await stage.page.getByRole("menuitem", { name: "Rename" }).click();
    },
  },
  {
    name: "menu-conversation-deleted",
    steps: async (stage) => {
      await conversationMenu(stage);
      await stage.page.getByRole("menuitem", { name: "Delete" }).click();
    },
  },
  { name: "dialog-pull", steps: openPull },
  {
    name: "dialog-pull-bad-name",
    steps: async (stage) => {
      await openPull(stage);
      const dialog = stage.page.getByRole("dialog", { name: "Pull model" });
      await dialog.getByRole("textbox", { name: "Model name" }).fill("llama 3");
      await dialog.getByRole("button", { name: "Pull", exact: true }).click();
    },
  },
  {
    name: "dialog-pull-running",
    steps: async (stage) => {
      stage.ollama.scriptPull({ about: "runs", layerSizes: weights, bytesPerSecond: 310_000_000 });
      await pull(stage, "mistral");
      await stage.page.waitForTimeout(4000);
    },
  },
  {
    name: "dialog-pull-failed",
    steps: async (stage) => {
      stage.ollama.scriptPull(pullScenarios.diskFull);
      await pull(stage, "mistral");
      await stage.page.waitForTimeout(800);
    },
  },
  {
    name: "dialog-pull-missing",
    steps: async (stage) => {
      stage.ollama.scriptPull(pullScenarios.missing);
      await pull(stage, "mistrall");
      await stage.page.waitForTimeout(800);
    },
  },
  {
    name: "dialog-pull-done",
    steps: async (stage) => {
      stage.ollama.scriptPull(pullScenarios.quick);
      await pull(stage, "mistral");
      await stage.page.getByRole("button", { name: "Model mistral:latest" }).waitFor();
    },
  },
  {
    name: "pull-behind-the-page",
    steps: async (stage) => {
      stage.ollama.scriptPull({ about: "runs", layerSizes: weights, bytesPerSecond: 310_000_000 });
      await pull(stage, "mistral");
      await stage.page.waitForTimeout(2000);
      await stage.page.keyboard.press("Escape");
      await showSidebar(stage);
    },
  },
  {
    name: "dialog-shortcuts",
    steps: async ({ page, chat }) => {
      await chat.composer.blur();
      await page.keyboard.press("?");
      await page.getByRole("dialog").waitFor();
    },
  },
];
