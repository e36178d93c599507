import type { Page } from "@playwright/test";

/** What is on the page of health. */
export function healthParts(page: Page) {
  const list = page.getByRole("list", { name: "Models" });
  return {
    list,
    model: (name: string) => list.getByRole("listitem", { name, exact: true }),
    test: (name: string) => list.getByRole("button", { name: `Test ${name}`, exact: true }),
    all: page.getByRole("button", { name: "Test all", exact: true }),
    stop: page.getByRole("button", { name: "Stop", exact: true }),
    dialog: page.getByRole("dialog", { name: "Test all" }),
    server: page.getByRole("region", { name: "Server" }),
  };
}
