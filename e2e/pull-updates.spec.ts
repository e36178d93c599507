import { past, queue } from "./pages/pulls.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { expect, test } from "./support/test.ts";

const models = [
  { name: "old:1b", capabilities: ["completion"] as const, digest: "1".repeat(64) },
  { name: "same:1b", capabilities: ["completion"] as const, digest: "2".repeat(64) },
  { name: "mine:1b", capabilities: ["completion"] as const },
  {
    name: "far:120b-cloud",
    capabilities: ["completion"] as const,
    remote: { model: "far:120b", host: "https://ollama.com:443" },
  },
];

const published = (digest: string) => ({
  about: "as fast as can be",
  layerSizes: [2_308_256, 668],
  model: { capabilities: ["completion"] as const, digest },
});

test.use({
  server: {
    models,
    registry: { "old:1b": published("3".repeat(64)), "same:1b": published("2".repeat(64)) },
    anyPull: pullScenarios.missing,
  },
});
test.beforeEach(({ chat }) => chat.open("#/pulls"));

test("all that run here are pulled again, and each says whether it changed; what was made here is no failure", async ({
  page,
  ollama,
}) => {
  await expect(page.getByText("Pulls all 3 models that run here again")).toBeVisible();
  await page.getByRole("button", { name: "Update all" }).click();
  await expect(past(page, "old:1b")).toContainText("Updated");
  await expect(past(page, "same:1b")).toContainText("Up to date");
  await expect(past(page, "mine:1b")).toContainText("Not in the registry");
  await expect(queue(page)).toContainText("The installed model stays as it is.");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(
    page.getByRole("status").filter({ hasText: "1 updated, 1 up to date, 1 not updated" }),
  ).toBeVisible();
  expect(ollama.requestsTo("/api/pull")).toHaveLength(3);
  // A second look finds nothing new.
  await page.getByRole("button", { name: "Update all" }).click();
  await expect(past(page, "old:1b").first()).toContainText("Up to date");
});

test("a registry that cannot be reached fails the update, and nothing is called up to date", async ({
  page,
  ollama,
}) => {
  ollama.scriptPull(pullScenarios.offline, 3);
  await page.getByRole("button", { name: "Update all" }).click();
  await expect(queue(page).getByRole("alert")).toHaveCount(3);
  await expect(queue(page).getByRole("alert").first()).toContainText("The server cannot reach the registry");
  await expect(past(page, "same:1b")).toContainText("Failed");
  await expect(page.getByText("0 updated, 0 up to date, 3 not updated")).toBeVisible();
});

test("without the server nothing can be updated", async ({ page, ollama, chat }) => {
  await expect(page.getByRole("button", { name: "Update all" })).toBeEnabled();
  await ollama.close();
  await page.reload();
  await expect(chat.connection).toHaveAccessibleName(/unreachable/);
  await expect(page.getByRole("button", { name: "Update all" })).toBeDisabled();
  await expect(page.getByText("nothing can be pulled now")).toBeVisible();
});
