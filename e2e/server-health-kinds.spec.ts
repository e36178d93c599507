import { startFakeOllama } from "./support/fake-ollama.ts";
import { startFakeOpenAi } from "./support/openai/fake-openai.ts";
import { expect, test } from "./support/test.ts";

const address = "#/connection/health";

test("a server of OpenAI's kind is asked for its list, once a minute", async ({ page, site, ollama }) => {
  const openai = await startFakeOpenAi();
  try {
    site.setConfig({
      servers: [
        { name: "Near", url: ollama.url, kind: "ollama" },
        { name: "Other", url: openai.url, kind: "openai" },
      ],
    });
    await page.clock.install();
    await page.goto(`${site.url}/${address}`);
    const card = page.getByRole("article", { name: "Other" });
    await expect(card.locator('[data-part="state"]')).toHaveText("connected");
    await expect(card).toContainText("not told");
    const samples = () =>
      page.evaluate((url) => {
        const text = localStorage.getItem(`candor.server-history.${url}`);
        return text === null ? 0 : (JSON.parse(text) as { samples: unknown[] }).samples.length;
      }, openai.url);
    await expect.poll(samples).toBe(1);
    const now = await page.evaluate(() => Date.now());
    await page.clock.pauseAt(now + 1000);
    const before = openai.requests.length;
    for (let minute = 1; minute <= 3; minute += 1) {
      await page.clock.fastForward(60_000);
      await expect.poll(samples).toBe(1 + minute);
    }
    const asked = openai.requests.slice(before).map(({ method, path }) => `${method} ${path}`);
    expect(asked).toEqual(["GET /v1/models", "GET /v1/models", "GET /v1/models"]);
    await expect(card).toContainText("Nothing has changed since it is watched.");
  } finally {
    await openai.close();
  }
});

test("the history goes with a server to its new address", async ({ chat, page, ollama }) => {
  const elsewhere = await startFakeOllama({});
  const third = await startFakeOllama({});
  try {
    await chat.open("#/connection");
    await page.getByRole("button", { name: "Add server" }).click();
    await page.getByRole("textbox", { name: "Server address" }).fill(elsewhere.url);
    await page.getByRole("textbox", { name: "Name" }).fill("Moving");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    const health = page.getByRole("region", { name: "Health" });
    const card = health.getByRole("article", { name: "Moving" });
    await expect(card.locator('[data-part="state"]')).toHaveText("connected");
    await expect(card).toContainText(elsewhere.url);

    await page.getByRole("button", { name: "Edit Moving" }).click();
    await page.getByRole("textbox", { name: "Server address" }).fill(third.url);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(card).toContainText(third.url);
    await expect(card.locator('[data-part="state"]')).toHaveText("connected");
    await expect(card).toContainText(`Address changed, before it was ${elsewhere.url}`);
    const keys = await page.evaluate(() => Object.keys(localStorage));
    expect(keys).toContain(`candor.server-history.${third.url}`);
    expect(keys).not.toContain(`candor.server-history.${elsewhere.url}`);
    // Who is asked no more is watched no more.
    await expect(health.getByRole("article")).toHaveCount(2);
    expect(ollama.requestsTo("/api/version").length).toBeGreaterThan(0);
  } finally {
    await elsewhere.close();
    await third.close();
  }
});
