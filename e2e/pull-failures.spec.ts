import { answer } from "./pages/model-actions.ts";
import { bar, past, pull, queue } from "./pages/pulls.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { expect, test } from "./support/test.ts";

test.use({ server: { anyPull: pullScenarios.slow } });
test.beforeEach(({ chat }) => chat.open("#/pulls"));

for (const [name, cause] of [
  ["missing", "The registry knows no model bad:1b"],
  ["denied", "The registry refuses"],
  ["diskFull", "no space left"],
  ["wrongBytes", "What came is damaged"],
] as const) {
  test(`a failure says its cause, stays on the list and in the history: ${pullScenarios[name].about}`, async ({
    page,
    ollama,
  }) => {
    ollama.scriptPull(pullScenarios[name]);
    await pull(page, "bad:1b");
    const alert = queue(page).getByRole("alert");
    await expect(alert).toContainText("bad:1b could not be pulled");
    await expect(alert).toContainText(cause);
    await expect(past(page, "bad:1b")).toContainText("Failed");
    await expect(past(page, "bad:1b")).toContainText(cause);
    ollama.scriptPull(pullScenarios.quick);
    await alert.getByRole("button", { name: "Retry" }).click();
    await expect(past(page, "bad:1b").first()).toContainText("New");
  });
}

test("a refusal before the first line is told in the server's words", async ({ page }) => {
  await answer(page, "/api/pull", 500, "mkdir blobs: permission denied");
  await pull(page, "slow:1b");
  await expect(queue(page).getByRole("alert")).toContainText("500 mkdir blobs: permission denied");
  await expect(past(page, "slow:1b")).toContainText("Failed");
});

test("a server that goes away in the middle: told, remembered, and gone on with when it is back", async ({
  page,
  ollama,
}) => {
  await pull(page, "slow:1b");
  await expect(bar(page, "slow:1b")).toHaveAttribute("aria-valuenow", /\d+/);
  await ollama.close();
  await expect(queue(page).getByRole("alert")).toContainText(
    /connection to the server ended|does not answer/,
  );
  await ollama.restart();
  await page.reload();
  await expect(queue(page)).toContainText("Interrupted");
  await page.getByRole("button", { name: "Go on with pull of slow:1b" }).click();
  await expect(past(page, "slow:1b").first()).toContainText("New", { timeout: 20_000 });
});

test("a registry that speaks plain HTTP alone is asked that way where I say so, also after a reload", async ({
  page,
  ollama,
}) => {
  const name = "127.0.0.1:5001/fast/mine:latest";
  ollama.scriptPull(pullScenarios.plainHttp);
  await pull(page, name);
  const alert = queue(page).getByRole("alert");
  await expect(alert).toContainText("no secure connection");
  ollama.scriptPull(pullScenarios.slow);
  await alert.getByRole("button", { name: "Retry over plain HTTP" }).click();
  await expect(bar(page, name)).toHaveAttribute("aria-valuenow", /\d+/);
  await page.reload();
  await page.getByRole("button", { name: `Go on with pull of ${name}` }).click();
  await expect(bar(page, name)).toBeVisible();
  await expect
    .poll(() => ollama.requestsTo("/api/pull").map(({ body }) => body))
    .toEqual([{ model: name }, { model: name, insecure: true }, { model: name, insecure: true }]);
});

test("a part that is fetched anew is explained, and the bar does not go back", async ({ page, ollama }) => {
  ollama.scriptPull(pullScenarios.fallsBack);
  await pull(page, "again:1b");
  await expect(queue(page)).toContainText("the server’s own count went back", { timeout: 20_000 });
  await expect(bar(page, "again:1b")).toHaveAttribute("aria-valuenow", /[5-9]\d/);
});

test("a standstill is explained, with how long it lasts", async ({ page, ollama }) => {
  test.setTimeout(60_000);
  ollama.scriptPull(pullScenarios.stalls);
  await pull(page, "still:1b");
  await expect(queue(page)).toContainText(/The server has received nothing for \d+ sec/, { timeout: 30_000 });
});
