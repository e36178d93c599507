import type { FrameLocator, Locator, Page } from "@playwright/test";

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
