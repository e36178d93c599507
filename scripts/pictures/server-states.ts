import { startFakeOllama } from "../../e2e/support/fake-ollama.ts";
import { add } from "../../e2e/pages/servers.ts";
import { scenarios } from "../../e2e/support/scenarios.ts";
import { asked, type State } from "./state.ts";

/** Servers of the list, the form of one, what was sent to them, and how they fared. */
export const serverStates: readonly State[] = [
  {
    name: "servers-several",
    config: { allowServerChanges: true },
    steps: async ({ page, chat }) => {
      const second = await startFakeOllama();
      await chat.open("#/connection");
      await add(page, { url: second.url, name: "The machine under the stairs with a long name" });
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await add(page, { url: "http://127.0.0.1:59999", name: "Gone" });
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page
        .getByText(/does not answer|Nothing answers/)
        .first()
        .waitFor();
      await second.close();
    },
  },
  {
    name: "servers-form",
    address: "#/connection",
    steps: async ({ page }) => {
      await add(page, { url: "https://gateway.example.org/v1", name: "Gateway", apiKey: "two words" });
      await page.getByRole("button", { name: "Add header" }).click();
      await page.getByLabel("Header 1: name").fill("Cookie");
      await page.getByLabel("Deadline in seconds").fill("soon");
    },
  },
  { name: "servers-health", address: "#/connection/health" },
  { name: "servers-health-down", address: "#/connection/health", isServerDown: true },
  { name: "requests-empty", address: "#/requests" },
  {
    name: "requests-one",
    address: "#/requests",
    steps: async (stage) => {
      await stage.page.evaluate(() => (location.hash = "#/"));
      await asked(scenarios.plain, "done")(stage);
      await asked(scenarios.serverError, "failed")(stage);
      await stage.page.evaluate(() => (location.hash = "#/requests"));
      await stage.page
        .getByRole("option", { name: /chat\/completions/ })
        .first()
        .click();
    },
  },
];
