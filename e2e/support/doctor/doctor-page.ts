import { type Browser, chromium, expect, type Locator, type Page } from "@playwright/test";
import { findBrowser, launchArguments } from "../../../scripts/browser.ts";

/** The connection page and its diagnosis. */
export class DoctorPage {
  readonly page: Page;
  readonly diagnosis: Locator;

  constructor(page: Page) {
    this.page = page;
    this.diagnosis = page.getByRole("region", { name: "Diagnosis" });
  }

  /** Opens the app's connection page and tests an address there. */
  async test(site: string, address: string): Promise<void> {
    await this.page.goto(`${site}/#/connection`);
    await this.page.getByRole("textbox", { name: "Server address" }).fill(address);
    await this.page.getByRole("button", { name: "Test connection" }).click();
  }

  /** The one cause that is named as certain. */
  async hasCause(text: string | RegExp): Promise<void> {
    await expect(this.diagnosis.getByText(/^Cause: /)).toContainText(text);
  }

  /** All causes that remain possible, in their order. */
  async hasCauses(...titles: readonly string[]): Promise<void> {
    await expect(this.diagnosis.getByRole("heading", { name: "What it can be" })).toBeVisible();
    const items = this.diagnosis.locator("ol").first().locator("li summary");
    await expect(items).toHaveText(
      titles.map((title, at) => new RegExp(`${escape(title)}.* ${at === 0 ? "most likely" : "possible"}$`)),
    );
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/**
 * A Chromium in which names under `.example` lead to this computer, and what listens at `publicPorts` counts as the internet: for
 * what only happens to pages of elsewhere. `places` leads other names and addresses to where Chromium is to find them; what
 * listens at `localPorts` counts as the user's own network.
 */
export async function launchElsewhere(
  publicPorts: readonly number[] = [],
  places: Readonly<Record<string, string>> = {},
  localPorts: readonly number[] = [],
): Promise<Browser> {
  const rules = Object.entries({ ...places, "*.example": "127.0.0.1" }).map(
    ([from, to]) => `MAP ${from} ${to}`,
  );
  const executablePath = findBrowser();
  const spaces = [
    ...publicPorts.map((port) => `127.0.0.1:${port}=public`),
    ...localPorts.map((port) => `127.0.0.1:${port}=local`),
  ].join(",");
  return chromium.launch({
    args: [
      ...launchArguments,
      `--host-resolver-rules=${rules.join(", ")}`,
      ...(spaces === "" ? [] : [`--ip-address-space-overrides=${spaces}`]),
    ],
    ...(executablePath === undefined ? {} : { executablePath }),
  });
}
