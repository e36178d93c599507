import { healthParts as parts } from "./pages/health-page.ts";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const address = "#/health";

const llama = "llama3.2:latest";
const embedder = "nomic-embed-text:latest";

test("the server's check tells version, models and what is in memory", async ({ chat, page }) => {
  await chat.open(address);
  const { server, test: testOf, model } = parts(page);
  await expect(server).toContainText("0.33.0");
  await expect(server.locator("dl > div").filter({ hasText: "Models installed" }).locator("dd")).toHaveText(
    "4",
  );
  await expect(server).toContainText("nothing");
  await testOf(llama).click();
  await expect(model(llama)).toContainText("OK");
  await expect(server.locator("dl > div").filter({ hasText: "In memory" }).locator("dd")).toHaveText(llama);
});

test("a test writes a few tokens, and its figures stay as history after a reload", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open(address);
  const { test: testOf, model } = parts(page);
  await expect(model(llama)).toContainText("Not tested yet");
  await testOf(llama).click();
  await expect(model(llama)).toContainText("OK");
  for (const name of ["Load", "First token", "Tokens/s"])
    await expect(model(llama).locator("dl > div").filter({ hasText: name }).locator("dd")).toHaveText(/\d/);
  expect(ollama.requestsTo("/api/generate").map(({ body }) => body)).toEqual([
    {
      model: llama,
      prompt: expect.any(String),
      options: { num_predict: 16, temperature: 0, seed: 1 },
    },
  ]);
  await expect(model(llama)).toContainText("1 test ·");
  await testOf(llama).click();
  await expect(model(llama)).toContainText("2 tests ·");
  await page.reload();
  await expect(model(llama)).toContainText("2 tests ·");
  await model(llama).getByText("History", { exact: true }).click();
  const history = page.getByRole("table", { name: `History of ${llama}` });
  await expect(history.getByRole("row")).toHaveCount(3);
  await model(llama).getByRole("button", { name: "Forget these tests" }).click();
  await expect(model(llama)).toContainText("Not tested yet");
  await page.reload();
  await expect(model(llama)).toContainText("Not tested yet");
});

test("a model that only embeds is tested by an embedding", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { test: testOf, model } = parts(page);
  await testOf(embedder).click();
  await expect(model(embedder)).toContainText("OK");
  await expect(model(embedder)).toContainText("Whole answer");
  expect(ollama.requestsTo("/api/embed")).toHaveLength(1);
  expect(ollama.requestsTo("/api/generate")).toHaveLength(0);
});

for (const [name, scenario, cause, words] of [
  ["a refusal", scenarios.serverError, /process died/, /500 model runner has unexpectedly stopped/],
  ["a damaged model", scenarios.loadFails, /could not be loaded/, /check_tensor_dims/],
  ["too little memory", scenarios.outOfMemory, /Not enough memory/, /signal: killed/],
  ["a full queue", scenarios.queueFull, /queue is full/, /503 server busy/],
  ["an error in mid-stream", scenarios.diesMidStream, /process died/, /unexpected EOF/],
  ["a body that ends early", scenarios.cut, /connection ended/, /1 test/],
  ["a connection that breaks", scenarios.reset, /connection ended/, /1 test/],
] as const) {
  test(`${name} is a finding, in the server's words`, async ({ chat, page, ollama }) => {
    await chat.open(address);
    ollama.script(scenario);
    const { test: testOf, model } = parts(page);
    await testOf(llama).click();
    await expect(model(llama)).toContainText("Failed");
    await expect(model(llama)).toContainText(cause);
    await expect(model(llama)).toContainText(words);
    await expect(model(llama)).toContainText("1 test, 1 failed");
    await model(llama).getByText("History", { exact: true }).click();
    await expect(page.getByRole("table", { name: `History of ${llama}` })).toContainText(cause);
    await page.reload();
    await expect(model(llama)).toContainText(cause);
    // The next one is well again.
    await testOf(llama).click();
    await expect(model(llama)).toContainText("OK");
    await expect(model(llama)).toContainText("2 tests, 1 failed");
  });
}

test("a model that was removed meanwhile is a finding", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { test: testOf, model } = parts(page);
  await expect(model(llama)).toBeVisible();
  ollama.setModels([]);
  await testOf(llama).click();
  await expect(model(llama)).toContainText("not on this server any more");
});

test("a test goes on while I look at another page", async ({ chat, page, ollama }) => {
  await chat.open(address);
  ollama.script(scenarios.paused);
  const { test: testOf, model } = parts(page);
  await testOf(llama).click();
  await expect(model(llama)).toContainText("Answering");
  await page.evaluate(() => (location.hash = "#/models"));
  await expect(page.getByRole("list", { name: "Models" })).toHaveCount(0);
  ollama.release();
  await expect.poll(() => ollama.requestsTo("/api/generate")[0]?.ended).toBe(true);
  await page.evaluate(() => (location.hash = "#/health"));
  await expect(model(llama)).toContainText("OK");
});

test("a server that is away is said, with the models that it had", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { server, test: testOf, model } = parts(page);
  await expect(model(llama)).toBeVisible();
  await ollama.close();
  await server.getByRole("button", { name: "Check again" }).click();
  await expect(server.getByRole("alert")).toContainText("No answer from");
  await testOf(llama).click();
  await expect(model(llama)).toContainText("The server did not answer");
  await ollama.restart();
  await server.getByRole("button", { name: "Check again" }).click();
  await expect(server).toContainText("0.33.0");
  await expect(server.getByRole("alert")).toHaveCount(0);
});

test.describe("without models", () => {
  test.use({ server: { models: [] } });

  test("the page says so", async ({ chat, page }) => {
    await chat.open(address);
    await expect(page.getByText("There is no model on this server to test.")).toBeVisible();
    await expect(parts(page).all).toHaveCount(0);
  });
});
