import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import type { FakeOllama } from "../support/fake-ollama.ts";
import { says } from "../support/scenarios.ts";
import type { ChatPage } from "./chat-page.ts";

export const codeBlock = (language: string, code: string): string =>
  `Here it is:\n\n\`\`\`${language}\n${code}\n\`\`\`\n`;

/** What a model wrote, running beside the transcript. */
export class PreviewPanel {
  readonly page: Page;
  readonly root: Locator;
  readonly console: Locator;
  readonly consoleButton: Locator;
  /** The previewed page: in a frame's only child. */
  readonly content: FrameLocator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("complementary", { name: "Preview", exact: true });
    this.console = this.root.getByRole("log", { name: "Console" });
    this.consoleButton = this.root.getByRole("button", { name: /^Console:/ });
    this.content = page.frameLocator('iframe[title="Previewed page"]').frameLocator("iframe");
  }

  button(name: string): Locator {
    return this.root.getByRole("button", { name, exact: true });
  }
}

/** Has the model write it, and starts it. */
export async function preview(
  chat: ChatPage,
  ollama: FakeOllama,
  language: string,
  code: string,
): Promise<PreviewPanel> {
  ollama.script(says(codeBlock(language, code)));
  await chat.ask("Write me a page");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.reply.getByRole("button", { name: "Preview", exact: true }).click();
  const panel = new PreviewPanel(chat.page);
  await expect(panel.root).toBeVisible();
  return panel;
}
