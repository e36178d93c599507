import type { Page } from "@playwright/test";
import type { ChatPage } from "../../e2e/pages/chat-page.ts";
import type { FakeOllama, FakeOllamaOptions } from "../../e2e/support/fake-ollama.ts";
import type { Scenario } from "../../e2e/support/ollama/scenario.ts";
import type { ServedDist } from "../serve-dist.ts";

/** What a state is reached with: the page on `#/`, its server, and where the app is served. */
export interface Stage {
  readonly page: Page;
  readonly chat: ChatPage;
  readonly ollama: FakeOllama;
  readonly site: ServedDist;
  readonly isPhone: boolean;
}

/** A page or state that is worth a picture. */
export interface State {
  /** Of the file, too: kebab-case, what belongs together begins alike. */
  readonly name: string;
  readonly server?: FakeOllamaOptions;
  /** What `config.json` says beyond the server. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Opened first; a new conversation unless said otherwise. */
  readonly address?: string;
  /** Nothing listens where the server should be. */
  readonly isServerDown?: boolean;
  readonly steps?: (stage: Stage) => Promise<unknown>;
}

/** Asks, with this as the reply, and waits until the reply has come so far. */
export function asked(scenario: Scenario, status: string, question = "How does a tide mill work?") {
  return async ({ chat, ollama, page }: Stage): Promise<void> => {
    ollama.script(scenario);
    await chat.ask(question);
    await page.locator(`article[data-status="${status}"]`).last().waitFor();
  };
}

/** Opens the sidebar where it is a sheet over the page. */
export async function showSidebar({ page, isPhone }: Stage): Promise<void> {
  if (isPhone) await page.getByRole("button", { name: "Open sidebar" }).click();
}
