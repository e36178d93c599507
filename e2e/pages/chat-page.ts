import type { Locator, Page } from "@playwright/test";

/** The app as a user sees it: places by role and name, and what can be done there. */
export class ChatPage {
  readonly page: Page;
  readonly url: string;
  readonly composer: Locator;
  readonly send: Locator;
  readonly stop: Locator;
  readonly transcript: Locator;
  readonly replies: Locator;
  readonly questions: Locator;
  readonly sidebar: Locator;
  readonly modelButton: Locator;
  readonly connection: Locator;

  constructor(page: Page, url: string) {
    this.page = page;
    this.url = url;
    this.composer = page.getByRole("textbox", { name: "Message", exact: true });
    this.send = page.getByRole("button", { name: "Send", exact: true });
    this.stop = page.getByRole("button", { name: "Stop", exact: true });
    this.transcript = page.getByRole("log", { name: "Conversation" });
    this.replies = this.transcript.getByRole("article", { name: "Assistant" });
    this.questions = this.transcript.getByRole("article", { name: "You" });
    this.sidebar = page.getByRole("navigation", { name: "Conversations" });
    this.modelButton = page.getByRole("button", { name: /^Model / });
    this.connection = page.getByRole("button", { name: /^Connection:/ });
  }

  async open(address = "#/"): Promise<void> {
    await this.page.goto(`${this.url}/${address}`);
  }

  /** The newest reply. */
  get reply(): Locator {
    return this.replies.last();
  }

  body(article: Locator): Locator {
    return article.locator('[data-part="body"]');
  }

  reasoning(article: Locator): Locator {
    return article.locator('[data-part="reasoning"]');
  }

  /** Asks and waits until the question stands in the transcript. */
  async ask(text: string): Promise<void> {
    const before = await this.questions.count();
    await this.composer.fill(text);
    await this.composer.press("Enter");
    await this.questions.nth(before).waitFor();
  }

  async chooseModel(name: string): Promise<void> {
    await this.modelButton.click();
    await this.page.getByRole("searchbox", { name: "Search models" }).fill(name);
    await this.page.getByRole("option", { name }).first().click();
  }

  status(article: Locator): Promise<string | null> {
    return article.getAttribute("data-status");
  }
}
