import type { FakeModel } from "../../e2e/support/ollama/model.ts";
import type { Scenario } from "../../e2e/support/ollama/scenario.ts";
import { scenarios } from "../../e2e/support/scenarios.ts";
import { asked, showSidebar, type Stage, type State } from "./state.ts";
import { importConversations } from "./stored.ts";

const manyModels: readonly FakeModel[] = Array.from({ length: 24 }, (_, index) => ({
  name: `${["llama3.2", "qwen3", "gemma3", "hf.co/somebody/A-Model-With-A-Long-Name-GGUF"][index % 4]}:${index + 1}b`,
  capabilities: [
    "completion",
    ...(index % 2 === 0 ? ["tools" as const] : []),
    ...(index % 3 === 0 ? ["thinking" as const] : []),
  ],
  size: (index + 1) * 700_000_000,
  parameterSize: `${index + 1}B`,
}));

const laterDone: Scenario = {
  about: "done later",
  steps: [{ say: "Later" }, { pause: true }, { say: " done." }],
};
const laterCut: Scenario = { ...laterDone, about: "breaks later", end: "cut" };

async function refused({ page, site }: Stage): Promise<void> {
  // localhost is among the origins that Ollama always lets in; this name of the same computer is not.
  await page.goto(`${site.url.replace("localhost", "[::1]")}/#/`);
  await page.getByRole("button", { name: "Connection: origin refused" }).waitFor();
}

function settingsPage(section: string): State {
  return { name: `settings-${section}`, address: `#/settings/${section}` };
}

/** Pages, and the sidebar. */
export const pageStates: readonly State[] = [
  {
    name: "new-conversation",
    steps: ({ page }) => page.getByRole("button", { name: /^Model llama/ }).waitFor(),
  },
  { name: "new-text-typed", steps: ({ chat }) => chat.composer.fill("A question\nof three\nlines") },
  {
    name: "new-model-missing",
    address: "?model=mistral:7b&q=Is%20it%20there%3F#/",
    steps: async ({ chat, page }) => {
      await page.waitForTimeout(500);
      await chat.composer.press("Enter");
    },
  },
  {
    name: "new-no-server",
    isServerDown: true,
    steps: ({ page }) => page.getByText(/^Nothing answers/).waitFor(),
  },
  {
    name: "new-no-models",
    server: { models: [] },
    steps: ({ page }) => page.getByText("No models yet").waitFor(),
  },
  { name: "new-origin-refused", steps: refused },
  { name: "unknown-conversation", address: "#/c/nowhere" },
  { name: "unknown-page", address: "#/nowhere" },
  { name: "config-fault", config: { servers: "wrong", defaultModel: 5 } },
  {
    name: "connection-connected",
    address: "#/connection",
    steps: ({ page }) => page.getByText(/^Connected to/).waitFor(),
  },
  {
    name: "connection-origin-refused",
    steps: async (stage) => {
      await refused(stage);
      await stage.page.getByRole("button", { name: /^Connection:/ }).click();
    },
  },
  {
    name: "connection-unreachable",
    address: "#/connection",
    isServerDown: true,
    steps: ({ page }) => page.getByText(/^Nothing answers/).waitFor(),
  },
  {
    name: "connection-bad-address",
    address: "#/connection",
    steps: async ({ page }) => {
      await page.getByRole("textbox", { name: "Server address" }).fill("my computer");
      await page.getByRole("button", { name: "Test connection" }).click();
    },
  },
  settingsPage("general"),
  settingsPage("data"),
  { name: "models", address: "#/models" },
  {
    name: "sidebar-many",
    steps: async (stage) => {
      await importConversations(stage, 60);
      await showSidebar(stage);
    },
  },
  {
    name: "sidebar-one",
    steps: async (stage) => {
      await asked(scenarios.plain, "done")(stage);
      await showSidebar(stage);
    },
  },
  { name: "sidebar-empty", steps: showSidebar },
  {
    name: "sidebar-search",
    steps: async (stage) => {
      await importConversations(stage, 60);
      await showSidebar(stage);
      await stage.page.getByRole("searchbox", { name: "Search conversations" }).fill("harbour");
      await stage.page.waitForTimeout(400);
    },
  },
  {
    name: "sidebar-search-nothing",
    steps: async (stage) => {
      await importConversations(stage, 10);
      await showSidebar(stage);
      await stage.page.getByRole("searchbox", { name: "Search conversations" }).fill("zzzz");
      await stage.page.waitForTimeout(400);
    },
  },
  {
    name: "sidebar-unread",
    steps: async (stage) => {
      const { chat, ollama, page } = stage;
      await asked(laterDone, "streaming", "Tell me later")(stage);
      await chat.open();
      await chat.chooseModel("qwen3:8b");
      await asked(laterCut, "streaming", "Break later")(stage);
      await chat.open();
      ollama.release();
      await page.waitForTimeout(500);
      await asked(scenarios.pausedBeforeFirst, "waiting", "Still running")(stage);
      await chat.open();
      await page.waitForTimeout(500);
      await showSidebar(stage);
    },
  },
  {
    name: "models-many",
    server: { models: manyModels },
    steps: ({ chat }) => chat.modelButton.click(),
  },
];
