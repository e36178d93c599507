import { healthParts as parts } from "./pages/health-page.ts";
import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

const address = "#/health";

const llama = "llama3.2:latest";
const embedder = "nomic-embed-text:latest";
const remote = "gpt-oss:120b-cloud";

test("a test of all says what it does, leaves remote models out, and goes one by one", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open(address);
  const { all, dialog, model } = parts(page);
  await expect(model(remote)).toContainText("leaves this computer");
  await all.click();
  await expect(dialog).toContainText("3 models are loaded into memory, one at a time");
  await expect(dialog).toContainText("push others out of memory");
  expect(ollama.requestsTo("/api/generate")).toHaveLength(0);
  await dialog.getByRole("button", { name: "Begin" }).click();
  for (const name of [llama, "qwen3:8b", embedder]) await expect(model(name)).toContainText("OK");
  await expect(model(remote)).toContainText("Not tested yet");
  const asked = [...ollama.requestsTo("/api/generate"), ...ollama.requestsTo("/api/embed")];
  expect(asked.map(({ body }) => (body as { model: string }).model)).toHaveLength(3);
});

test("remote models are tested with all where I say so", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { all, dialog } = parts(page);
  await all.click();
  await dialog.getByRole("checkbox", { name: /leaves this one/ }).check();
  await expect(dialog).toContainText("4 models are loaded");
  await dialog.getByRole("textbox", { name: "Keep in memory after the test" }).fill("0");
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect.poll(() => ollama.requestsTo("/api/generate").length).toBe(3);
  const bodies = ollama.requestsTo("/api/generate").map(({ body }) => body as Record<string, unknown>);
  expect(bodies.map(({ model }) => model)).toContain(remote);
  expect(bodies.map(({ keep_alive: stays }) => stays)).toEqual([0, 0, 0]);
});

test("what cannot be meant is refused at its field", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { all, dialog } = parts(page);
  await all.click();
  const minutes = dialog.getByRole("textbox", { name: "Repeat after minutes" });
  const stays = dialog.getByRole("textbox", { name: "Keep in memory after the test" });
  await minutes.fill("0");
  await stays.fill("a while");
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(minutes).toHaveAccessibleDescription(/whole number from 1 to 1440/);
  await expect(stays).toHaveAccessibleDescription(/duration/);
  await expect(minutes).toHaveValue("0");
  expect(ollama.requestsTo("/api/generate")).toHaveLength(0);
});

test("tests can be stopped: what ran is no finding, what waited is not begun", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open(address);
  ollama.script(scenarios.paused);
  const { all, dialog, stop, model } = parts(page);
  await all.click();
  await dialog.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("status").filter({ hasText: "2 more wait" })).toBeVisible();
  await expect(model(llama).or(model("qwen3:8b")).getByText("Answering")).toBeVisible();
  // Only one at a time.
  expect(ollama.requestsTo("/api/generate")).toHaveLength(1);
  await stop.click();
  await expect.poll(() => ollama.requestsTo("/api/generate")[0]?.aborted).toBe(true);
  await expect(stop).toHaveCount(0);
  await expect(model(llama)).toContainText("Not tested yet");
  await expect(model(embedder)).toContainText("Not tested yet");
});

test("rounds repeat after the minutes that I set, until the page is left", async ({ chat, page, ollama }) => {
  await page.clock.install();
  await chat.open(address);
  const { all, dialog, model } = parts(page);
  await all.click();
  await dialog.getByRole("textbox", { name: "Repeat after minutes" }).fill("5");
  await dialog.getByRole("button", { name: "Begin" }).click();
  const next = page.getByText(/Next round at .* every 5 minutes/);
  await expect(next).toBeVisible();
  const count = () => ollama.requestsTo("/api/generate").length;
  expect(count()).toBe(2);
  await page.clock.fastForward("05:01");
  await expect.poll(count).toBe(4);
  await expect(next).toBeVisible();
  await expect(model(llama)).toContainText("2 tests");
  await page.evaluate(() => (location.hash = "#/running"));
  await expect(next).toHaveCount(0);
  await page.clock.fastForward("10:00");
  await page.evaluate(() => (location.hash = "#/health"));
  await expect(model(llama)).toContainText("2 tests");
  expect(count()).toBe(4);
});
