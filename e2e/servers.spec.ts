import { add, address, card, fillHeader, openMore } from "./pages/servers.ts";
import { startFakeOllama } from "./support/fake-ollama.ts";
import { expect, test } from "./support/openai/test.ts";

const key = "sk-test-4711";

test("a header that the server's preflight refuses is named where it stands; one that browsers keep is refused", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open("#/connection");
  await expect(address(page)).toHaveValue(ollama.url);
  await openMore(page);
  await fillHeader(page, 1, "X-Requested-With", "candor");
  await expect(page.getByText("The server lets pages send these headers.")).toBeVisible();
  await fillHeader(page, 2, "X-Team", "blue");
  await expect(page.getByRole("alert").filter({ hasText: "X-Team" })).toContainText(
    "does not let pages send X-Team",
  );
  await expect(page.getByText("does not let pages send X-Requested-With")).toHaveCount(0);
  await page.getByLabel("Header 2: name").fill("Cookie");
  await expect(page.getByLabel("Header 2: name")).toHaveAccessibleDescription(
    /Browsers let no page set Cookie/,
  );
  await page.getByRole("button", { name: "Remove header 2" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect
    .poll(() => ollama.requestsTo("/api/version").at(-1)?.headers["x-requested-with"])
    .toBe("candor");
});

test("what keeps a form from being saved is shown, wherever it stands, and has the focus", async ({
  chat,
  page,
}) => {
  await chat.open("#/connection");
  await add(page, { url: "http://127.0.0.1:9", name: "Slow" });
  await openMore(page);
  const deadline = page.getByLabel("Deadline in seconds");
  await deadline.fill("soon");
  await openMore(page);
  await expect(deadline).toBeHidden();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(deadline).toBeFocused();
  await expect(deadline).toHaveAccessibleDescription("A number of seconds from 1 to 120.");
  await expect(card(page, "Slow")).toHaveCount(0);
});

test("what is typed survives leaving the page and reloading it; a key stays out of what is kept for good", async ({
  chat,
  page,
}) => {
  await chat.open("#/connection");
  await add(page, { url: "http://127.0.0.1:9", name: "Half-way", apiKey: key });
  await chat.open("#/models");
  await chat.open("#/connection");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("Half-way");
  await expect(page.getByLabel("API key", { exact: true })).toHaveValue(key);
  await expect(page.getByLabel("API key", { exact: true })).toHaveAttribute("type", "password");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(key);
  expect(page.url()).not.toContain(key);
});

test("a server is removed with its key and comes back with it; a key for this tab only is kept nowhere else", async ({
  chat,
  page,
  openai,
}) => {
  await chat.open("#/connection");
  await add(page, { url: openai.url, name: "Gateway", apiKey: key });
  await page.getByLabel("Only for this tab").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, "Gateway")).toContainText("With a key");
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(key);
  await page.getByRole("button", { name: "Remove: Gateway" }).click();
  await expect(card(page, "Gateway")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(card(page, "Gateway")).toContainText("With a key");
});

test("keys are in no export, an import leaves them alone, and deleting all data takes servers and keys", async ({
  chat,
  page,
  openai,
}) => {
  await chat.open("#/connection");
  await add(page, { url: openai.url, name: "Gateway", apiKey: key });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(card(page, "Gateway")).toBeVisible();
  await chat.open();
  await chat.ask("Hello");
  await expect(chat.reply).toHaveAttribute("data-status", "done");

  await chat.open("#/settings/data");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export all" }).click();
  const exported = await (await download).createReadStream();
  const text = Buffer.concat(await exported.toArray()).toString("utf8");
  expect(text).toContain("candor.export");
  expect(text).not.toContain(key);
  await page
    .getByLabel("Import")
    .setInputFiles({ name: "export.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await expect(page.getByText(/already here/).first()).toBeVisible();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).toContain(key);

  await page.getByRole("button", { name: "Delete all data" }).click();
  await page.getByRole("button", { name: "Delete everything" }).click();
  await expect
    .poll(() => page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])))
    .not.toContain(key);
  await chat.open("#/connection");
  await expect(page.getByRole("region", { name: "Servers" }).getByRole("listitem")).toHaveCount(1);
});

test("of two servers one is used, edited and found by its name and colour", async ({
  chat,
  page,
  ollama,
}) => {
  const second = await startFakeOllama();
  try {
    await chat.open("#/connection");
    await expect(card(page, "Test")).toContainText("In use");
    await expect(card(page, "Test")).toContainText("Ollama 0.33.0");
    await add(page, { url: second.url, name: "Attic" });
    await openMore(page);
    await page.getByText("Pink").click();
    await expect(page.getByRole("radio", { name: "Pink" })).toBeChecked();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await page.getByRole("button", { name: "Use Attic" }).click();
    await expect(card(page, "Attic")).toContainText("In use");
    await expect(card(page, "Test")).not.toContainText("In use");
    await page.getByRole("button", { name: "Edit Test" }).click();
    await expect(address(page)).toHaveValue(ollama.url);
    await address(page).fill(second.url);
    await expect(address(page)).toHaveAccessibleDescription(/on the list already/);
    await page.getByRole("button", { name: "Discard changes" }).click();
    await expect(address(page)).toHaveValue(ollama.url);
  } finally {
    await second.close();
  }
});

test.describe("where the server in use does not answer", () => {
  test.use({ config: { servers: [{ url: "http://127.0.0.1:59998", name: "Home" }] } });

  test("a test that finds it at another address takes that one up", async ({ chat, page, ollama }) => {
    await chat.open("#/connection");
    await expect(page.getByRole("button", { name: "Connection: unreachable" })).toBeVisible();
    await address(page).fill(ollama.url);
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(page.getByRole("button", { name: "Connection: connected" })).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: "saved and in use" })).toBeVisible();
    await expect(address(page)).toHaveValue(ollama.url);
    await page.reload();
    await expect(page.getByRole("button", { name: "Connection: connected" })).toBeVisible();
    await expect(card(page, ollama.url)).toContainText("In use");
  });
});

test.describe("where the site forbids changes", () => {
  test.use({ config: { allowServerChanges: false } });

  test("its servers are shown, and only a key can be given to them", async ({ chat, page, ollama }) => {
    await chat.open("#/connection");
    await expect(address(page)).toHaveValue(ollama.url);
    await expect(address(page)).toHaveAttribute("readonly", "");
    await expect(page.getByRole("button", { name: "Add server" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
    await openMore(page);
    await page.getByLabel("API key", { exact: true }).fill(key);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect
      .poll(() => ollama.requestsTo("/api/version").at(-1)?.headers["authorization"])
      .toBe(`Bearer ${key}`);
  });
});
