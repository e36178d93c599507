import { AxeBuilder } from "@axe-core/playwright";
import { bar, history, order, past, pull, queue } from "./pages/pulls.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { expect, test } from "./support/test.ts";

/** Goes on until the test ends it. */
const endless = {
  about: "a layer that takes a quarter of an hour",
  layerSizes: [290_000_000, 668],
  bytesPerSecond: 290_000,
};

const twoLayers = { ...pullScenarios.slow, layerSizes: [580_000, 290_000] };

const registry = {
  "quick:1b": pullScenarios.quick,
  "slow:1b": pullScenarios.slow,
  "two:1b": twoLayers,
};

test.use({ server: { anyPull: endless, registry } });
test.beforeEach(({ chat }) => chat.open("#/pulls"));

test("nothing pulled yet: the page says what it is for", async ({ page }) => {
  await expect(queue(page)).toContainText("Nothing is being pulled");
  await expect(history(page)).toContainText("No pull has ended yet");
});

test("two run, the others wait in their order; the limit can be changed", async ({ page, ollama }) => {
  await pull(page, "a", "b", "c", "d");
  await expect(page.getByRole("progressbar")).toHaveCount(2);
  await expect(queue(page).getByText("Waiting in the queue · place 1")).toBeVisible();
  expect(await order(page)).toEqual(["a:latest", "b:latest", "c:latest", "d:latest"]);
  await expect.poll(() => ollama.requestsTo("/api/pull").length).toBe(2);
  await page.getByRole("combobox", { name: "At once" }).selectOption("3");
  await expect(bar(page, "c:latest")).toBeVisible();
  await expect.poll(() => ollama.requestsTo("/api/pull").length).toBe(3);
  await page.getByRole("button", { name: "Cancel pull of a:latest" }).click();
  await expect(bar(page, "d:latest")).toBeVisible();
});

test("I change the order with the buttons and the keyboard, and the focus stays", async ({
  page,
  ollama,
}) => {
  await pull(page, "a", "b", "c", "d", "e");
  await expect(queue(page).getByText("Waiting in the queue · place 3")).toBeVisible();
  await page.getByRole("button", { name: "Move e:latest up" }).click();
  expect(await order(page)).toEqual(["a:latest", "b:latest", "c:latest", "e:latest", "d:latest"]);
  const up = page.getByRole("button", { name: "Move e:latest up" });
  await expect(up).toBeFocused();
  await page.keyboard.press("Enter");
  expect(await order(page)).toEqual(["a:latest", "b:latest", "e:latest", "c:latest", "d:latest"]);
  await expect(up).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  expect(await order(page)).toEqual(["a:latest", "b:latest", "c:latest", "e:latest", "d:latest"]);
  await page.getByRole("button", { name: "Move e:latest up" }).click();
  await page.getByRole("button", { name: "Cancel pull of a:latest" }).click();
  await expect(bar(page, "e:latest")).toBeVisible();
  const asked = () => ollama.requestsTo("/api/pull").map(({ body }) => (body as { model: string }).model);
  await expect.poll(asked).toEqual(["a:latest", "b:latest", "e:latest"]);
});

test("the queue keeps its order over a reload, says what never began, and goes on in that order", async ({
  page,
  ollama,
}) => {
  await pull(page, "a", "b", "c", "d");
  await page.getByRole("button", { name: "Move d:latest up" }).click();
  await page.getByRole("button", { name: "Pause pull of c:latest" }).click();
  await expect.poll(() => ollama.requestsTo("/api/pull").length).toBe(2);
  await page.reload();
  await expect(queue(page).getByText(/^Interrupted\./)).toHaveCount(2);
  await expect(queue(page).getByText(/^Its page was closed before its turn came/)).toHaveCount(1);
  await expect(queue(page).getByText(/^Paused/)).toHaveCount(1);
  const held = queue(page).getByRole("button", { name: /^Go on with pull of/ });
  const names = ["a:latest", "b:latest", "d:latest", "c:latest"];
  expect(await held.evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel))).toEqual(
    names.map((name) => `Go on with pull of ${name}`),
  );
  await page.getByRole("button", { name: "Go on with all" }).click();
  await expect.poll(() => order(page)).toEqual(names);
  await expect(bar(page, "b:latest")).toBeVisible();
  await expect(queue(page).getByText("Waiting in the queue · place 2")).toBeVisible();
});

test("a model that is on its way is not pulled twice, and I am told at the field", async ({
  page,
  ollama,
}) => {
  await pull(page, "a", "A:latest");
  const field = page.getByRole("textbox", { name: "Model name" });
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveValue("A:latest");
  await expect(page.getByText("A:latest is in the queue already.")).toBeVisible();
  await expect(bar(page, "a:latest")).toHaveAttribute("aria-valuenow", /\d+/);
  expect(ollama.requestsTo("/api/pull")).toHaveLength(1);
});

test("a pause stops the server's download, outlives a reload, and going on resumes it", async ({
  page,
  ollama,
}) => {
  await pull(page, "slow:1b");
  await expect(bar(page, "slow:1b")).toHaveAttribute("aria-valuenow", /^[2-9]\d$/);
  await page.getByRole("button", { name: "Pause pull of slow:1b" }).focus();
  await page.keyboard.press("Enter");
  await expect(bar(page, "slow:1b")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Go on with pull of slow:1b" })).toBeFocused();
  await expect.poll(() => ollama.requestsTo("/api/pull")[0]?.aborted).toBe(true);
  await expect(queue(page).getByText(/^Paused at .*B of 2\.3 MB/)).toBeVisible();
  await expect(queue(page)).toContainText("It cannot be removed from here.");
  await page.reload();
  await expect(queue(page).getByText(/^Paused at .*B of 2\.3 MB/)).toBeVisible();
  await expect(queue(page)).not.toContainText("Interrupted");
  await page.getByRole("button", { name: "Go on with pull of slow:1b" }).click();
  await expect.poll(() => ollama.requestsTo("/api/pull").length).toBe(2);
  await expect(past(page, "slow:1b")).toContainText("New", { timeout: 20_000 });
  // The server had kept what came: of 2.3 MB, less than 1.9 had to be fetched after the pause.
  await expect(past(page, "slow:1b")).toContainText(/≈ (1(\.\d)? MB|\d+ kB) fetched/);
});

test("each layer has its bar, with the digest as ollama shortens it", async ({ page }) => {
  await pull(page, "two:1b");
  const layers = page.getByRole("list", { name: "Layers of two:1b" }).getByRole("listitem");
  await expect(layers.first()).toContainText(/^[0-9a-f]{12}\d+ kB of 580 kB$/);
  await expect(layers.nth(1)).toContainText(/^[0-9a-f]{12}\d+ kB of 290 kB$/);
  await expect(layers.first()).toContainText(/^[0-9a-f]{12}580 kB$/);
});

test("a model that came is announced, is in the history, and I can chat with it at once", async ({
  page,
  chat,
}) => {
  await pull(page, "quick:1b");
  const notice = page.getByRole("status").filter({ hasText: "quick:1b is ready" });
  await expect(notice).toBeVisible();
  await expect(page.locator("[aria-live=polite]")).toContainText("quick:1b is ready");
  await expect(past(page, "quick:1b")).toContainText(/New.*took/);
  await page.reload();
  await expect(past(page, "quick:1b")).toContainText(/New.*took/);
  await chat.open("#/pulls");
  await page.getByRole("button", { name: "Pull quick:1b again" }).click();
  await expect(past(page, "quick:1b")).toHaveCount(2);
  await expect(past(page, "quick:1b").first()).toContainText("Up to date");
  await page.getByRole("status").getByRole("button", { name: "Chat" }).click();
  await expect(chat.composer).toBeVisible();
  await expect(chat.modelButton).toContainText("quick:1b");
});

test("a model of the cloud is a stub that comes at once, and leaves this computer; a hidden one is seen again", async ({
  page,
  chat,
  ollama,
}) => {
  ollama.scriptPull({
    about: "a stub",
    layerSizes: [384],
    model: { capabilities: ["completion"], remote: { model: "far:120b", host: "https://ollama.com:443" } },
  });
  await page.evaluate(() =>
    localStorage.setItem("candor.settings", JSON.stringify({ hiddenModels: ["far:120b-cloud"] })),
  );
  await page.reload();
  await pull(page, "far:120b-cloud");
  await expect(past(page, "far:120b-cloud")).toContainText("New");
  await chat.open("#/models");
  await expect(page.getByRole("row", { name: "far:120b-cloud" })).toContainText("leaves this computer");
});

test("the history can be cleared, and the clearing undone", async ({ page }) => {
  await pull(page, "quick:1b");
  await expect(past(page, "quick:1b")).toHaveCount(1);
  await page.getByRole("button", { name: "Clear history" }).click();
  await expect(past(page, "quick:1b")).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(past(page, "quick:1b")).toHaveCount(1);
});

test("a cancelled pull says what stays on the server, and can be taken up again", async ({
  page,
  ollama,
}) => {
  await pull(page, "slow:1b");
  await expect(bar(page, "slow:1b")).toHaveAttribute("aria-valuenow", /[1-9]\d?/);
  await page.getByRole("button", { name: "Cancel pull of slow:1b" }).click();
  await expect.poll(() => ollama.requestsTo("/api/pull")[0]?.aborted).toBe(true);
  await expect(queue(page)).toContainText("OLLAMA_NOPRUNE");
  await expect(past(page, "slow:1b")).toContainText("Cancelled");
  await page.getByRole("button", { name: "Go on with pull of slow:1b" }).click();
  await expect(bar(page, "slow:1b")).toHaveAttribute("aria-valuenow", /[1-9]\d?/);
});

test("another tab that pulls the same is told of, and goes on when I cancel here", async ({
  page,
  context,
  chat,
}) => {
  await pull(page, "a", "b", "c");
  await expect(bar(page, "a:latest")).toBeVisible();
  const other = await context.newPage();
  await other.goto(`${chat.url}/#/pulls`);
  await expect(queue(other)).toContainText("Nothing is being pulled");
  await pull(other, "a");
  await expect(queue(other)).toContainText("Another tab pulls this model too");
  await other.getByRole("button", { name: "Cancel pull of a:latest" }).click();
  await expect(queue(other)).toContainText("The other tab’s pull of it goes on");
  await expect(bar(page, "a:latest")).toBeVisible();
});

test("the standing line leads here, and shows three at most", async ({ page, chat }) => {
  await pull(page, "a", "b", "c", "d", "e");
  await expect(page.getByRole("progressbar")).toHaveCount(2);
  await chat.open("#/");
  await expect(page.getByRole("progressbar")).toHaveCount(2);
  await page.getByRole("link", { name: "2 more" }).click();
  await expect(queue(page)).toBeVisible();
  await expect(page.getByRole("progressbar")).toHaveCount(2);
});

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 360],
] as const) {
  test(`axe finds nothing in any state of a pull, and nothing is too wide: ${colorScheme}, ${width} wide`, async ({
    page,
    ollama,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    ollama.scriptPull(pullScenarios.diskFull);
    await pull(page, "bad:1b");
    await expect(queue(page).getByRole("alert")).toBeVisible();
    await pull(page, "quick:1b", "a", "held", "waiting", `hf.co/${"long-".repeat(12)}/${"name-".repeat(12)}`);
    await page.getByRole("button", { name: "Pause pull of held:latest" }).click();
    await expect(past(page, "quick:1b")).toBeVisible();
    await expect(page.getByRole("progressbar")).toHaveCount(2);
    const { violations } = await new AxeBuilder({ page }).include("#main").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const right = await page
      .locator("#main section")
      .evaluateAll((sections) => Math.max(...sections.map((section) => section.scrollWidth)));
    expect(right).toBeLessThanOrEqual(width);
  });
}
