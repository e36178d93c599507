import { embeddingParts as parts, fact } from "./pages/embeddings-page.ts";
import { expect, test } from "./support/test.ts";

const address = "#/playground/embeddings";

const lines = (count: number) => Array.from({ length: count }, (_, index) => `text ${index}`).join("\n");

test("texts become vectors, with their figures, the matrix and the nearest pairs", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open(address);
  const { model, texts, embed, result, table } = parts(page);
  await expect(model).toHaveValue("nomic-embed-text:latest");
  await texts.fill("a cat\n\na dog\na cat");
  await expect(page.getByText("3 texts", { exact: true })).toBeVisible();
  await embed.click();
  await expect(fact(result, "Vectors")).toHaveText("3");
  await expect(fact(result, "Dimensions")).toHaveText("768");
  await expect(fact(result, "Length of a vector")).toHaveText("1");
  expect(ollama.requestsTo("/api/embed").map(({ body }) => body)).toEqual([
    { model: "nomic-embed-text:latest", input: ["a cat", "a dog", "a cat"] },
  ]);
  // Equal texts have equal vectors.
  await expect(table.getByRole("row").nth(1).getByRole("cell").nth(2)).toHaveText("1.00");
  await expect(table.getByRole("row")).toHaveCount(4);
  const pairs = result.getByRole("region", { name: "Nearest pairs" });
  await expect(pairs.getByRole("listitem")).toHaveCount(3);
  await expect(pairs.getByRole("listitem").first()).toContainText("1.000");
  await expect(pairs.getByRole("listitem").first().getByRole("button")).toHaveText(["1a cat", "3a cat"]);
});

test("a text that I choose shows what is nearest to it", async ({ chat, page }) => {
  await chat.open(address);
  const { texts, embed, result, table } = parts(page);
  await texts.fill("one\ntwo\nthree\ntwo");
  await embed.click();
  await table.getByRole("button", { name: /two/ }).first().click();
  const nearest = result.getByRole("region", { name: "Nearest to one text" });
  const number = nearest.getByRole("textbox", { name: "Text no." });
  await expect(number).toHaveValue("2");
  await expect(nearest.getByRole("listitem").first()).toContainText("two");
  await number.fill("9");
  await expect(number).toHaveAttribute("aria-invalid", "true");
  await number.fill("3");
  await expect(nearest.getByRole("paragraph").filter({ hasText: "three" })).toBeVisible();
  await expect(nearest.getByRole("listitem")).toHaveCount(3);
});

test("dimensions, truncation and the time to stay are sent as they were set", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open(address);
  const { form, texts, dimensions, keepAlive, embed, result } = parts(page);
  await texts.fill("first line\nsecond line");
  await form.getByRole("radio", { name: "All of it is one text" }).check();
  await dimensions.fill("16");
  await keepAlive.fill("10m");
  await form.getByRole("checkbox", { name: /^Cut texts/ }).uncheck();
  await embed.click();
  await expect(fact(result, "Dimensions")).toHaveText("16");
  await expect(fact(result, "Vectors")).toHaveText("1");
  expect(ollama.requestsTo("/api/embed")[0]?.body).toEqual({
    model: "nomic-embed-text:latest",
    input: ["first line\nsecond line"],
    truncate: false,
    dimensions: 16,
    keep_alive: "10m",
  });
});

for (const [field, typed, message] of [
  ["texts", " \n ", /Type a text/],
  ["dimensions", "NaN", /whole number/],
  ["dimensions", "0", /whole number/],
  ["dimensions", "1.5", /whole number/],
  ["keepAlive", "5 minutes", /duration/],
] as const) {
  test(`${field} of ${JSON.stringify(typed)} is refused at the field, and stays`, async ({
    chat,
    page,
    ollama,
  }) => {
    await chat.open(address);
    const all = parts(page);
    await all.texts.fill("hello");
    const box = all[field];
    await box.fill(typed);
    await all.embed.click();
    await expect(box).toHaveAttribute("aria-invalid", "true");
    await expect(box).toHaveAccessibleDescription(message);
    await expect(box).toBeFocused();
    await expect(box).toHaveValue(typed);
    expect(ollama.requestsTo("/api/embed")).toHaveLength(0);
  });
}

test("a model that only chats is refused in the server's words", async ({ chat, page }) => {
  await chat.open(address);
  const { model, texts, embed, alert } = parts(page);
  await model.selectOption("llama3.2:latest");
  await texts.fill("hello");
  await embed.click();
  await expect(alert).toContainText("llama3.2:latest cannot make embeddings");
  await expect(alert).toContainText("501 This server does not support embeddings");
  await expect(texts).toHaveValue("hello");
  await expect(alert.getByRole("button", { name: "Retry" })).toBeVisible();
});

test("a text that is far too long is refused although it was to be cut", async ({ chat, page }) => {
  await chat.open(address);
  const { texts, embed, alert } = parts(page);
  await texts.fill("word ".repeat(40_000));
  await embed.click();
  await expect(alert).toContainText("longer than the model’s context");
  await expect(alert).toContainText("400 the input length exceeds the context length");
});

test("many texts go out in parts, and keep their order", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { texts, embed, result } = parts(page);
  await texts.fill(lines(150));
  await expect(page.getByText("150 texts, in 3 requests one after the other")).toBeVisible();
  await embed.click();
  await expect(fact(result, "Vectors")).toHaveText("150");
  const sent = ollama.requestsTo("/api/embed").map(({ body }) => (body as { input: string[] }).input);
  expect(sent.map((input) => input.length)).toEqual([64, 64, 22]);
  expect(sent.flat()).toEqual(lines(150).split("\n"));
  // Too many for a table: the map tells each pair in words.
  const map = result.getByRole("application", { name: /150 texts/ });
  await map.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(result.locator("output")).toContainText("2 “text 1” and 11 “text 10”");
  await page.keyboard.press("End");
  await expect(result.locator("output")).toContainText("150 “text 149”");
  await map.click({ position: { x: 1, y: 1 } });
  await expect(result.locator("output")).toContainText("1.000 · 1 “text 0” and 1 “text 0”");
});

test("what came before a failure stays, and Retry asks for the rest alone", async ({
  chat,
  page,
  ollama,
}) => {
  await chat.open(address);
  const { texts, embed, result, alert } = parts(page);
  let asked = 0;
  await page.route("**/api/embed", (route) => (++asked === 2 ? route.abort() : route.continue()));
  await texts.fill(lines(100));
  await embed.click();
  await expect(alert).toContainText("The server did not answer to the end");
  await expect(alert).toContainText("64 of 100 texts had come");
  await expect(fact(result, "Vectors")).toHaveText("64");
  await alert.getByRole("button", { name: "Retry" }).click();
  await expect(fact(result, "Vectors")).toHaveText("100");
  await expect(alert).toHaveCount(0);
  const sent = ollama.requestsTo("/api/embed").map(({ body }) => (body as { input: string[] }).input);
  expect(sent.flat()).toEqual(lines(100).split("\n"));
  // The likeness is of all of them.
  await expect(result.getByRole("application", { name: /100 texts/ })).toBeVisible();
});

test("what came before a stop stays, and I can go on", async ({ chat, page, ollama }) => {
  await chat.open(address);
  const { texts, embed, stop, result } = parts(page);
  let asked = 0;
  // The second answer never comes.
  await page.route("**/api/embed", (route) => (++asked === 2 ? undefined : route.continue()));
  await texts.fill(lines(100));
  await embed.click();
  await expect(fact(result, "Vectors")).toHaveText("64");
  await stop.click();
  await expect(result).toContainText("Stopped: 64 of 100 texts");
  await result.getByRole("button", { name: "Go on" }).click();
  await expect(fact(result, "Vectors")).toHaveText("100");
  await expect.poll(() => ollama.requestsTo("/api/embed").length).toBe(2);
});

test("an answer that breaks off is no result", async ({ chat, page }) => {
  await chat.open(address);
  const { texts, embed, alert } = parts(page);
  await page.route("**/api/embed", (route) =>
    route.fulfill({
      body: '{"model":"nomic-embed-text:latest","embeddings":[[0.1,0.2',
      headers: { "Access-Control-Allow-Origin": "*" },
    }),
  );
  await texts.fill("hello");
  await embed.click();
  await expect(alert).toContainText("no embedding");
});

test.describe("a server that takes its time", () => {
  test.use({ server: { loadMs: 20_000 } });

  test("I can stop while the model loads", async ({ chat, page, ollama }) => {
    await chat.open(address);
    const { texts, embed, stop, result } = parts(page);
    await texts.fill("hello");
    await embed.click();
    await expect(result.getByRole("progressbar")).toBeVisible();
    await expect.poll(() => ollama.requestsTo("/api/embed").length).toBe(1);
    await stop.click();
    await expect(result).toContainText("Stopped: 0 of 1 texts");
    await expect.poll(() => ollama.requestsTo("/api/embed")[0]?.aborted).toBe(true);
  });

  test("a server that goes away is told", async ({ chat, page, ollama }) => {
    await chat.open(address);
    const { texts, embed, alert } = parts(page);
    await texts.fill("hello");
    await embed.click();
    await expect.poll(() => ollama.requestsTo("/api/embed").length).toBe(1);
    await ollama.close();
    await expect(alert).toContainText("The server did not answer to the end");
    await expect(texts).toHaveValue("hello");
  });
});

test("the form is there again after a reload, the result after another page", async ({ chat, page }) => {
  await chat.open(address);
  const { texts, dimensions, embed, result } = parts(page);
  await texts.fill("kept\nwords");
  await dimensions.fill("32");
  await embed.click();
  await expect(fact(result, "Dimensions")).toHaveText("32");
  await page.evaluate(() => (location.hash = "#/health"));
  await expect(result).toHaveCount(0);
  await page.evaluate(() => (location.hash = "#/playground/embeddings"));
  await expect(fact(result, "Dimensions")).toHaveText("32");
  await page.reload();
  await expect(texts).toHaveValue("kept\nwords");
  await expect(dimensions).toHaveValue("32");
});

test.describe("without a model for embeddings", () => {
  test.use({ server: { models: [{ name: "chat:1b", capabilities: ["completion"] }] } });

  test("that is said, and one can be pulled or tried", async ({ chat, page }) => {
    await chat.open(address);
    const { form, model, texts, embed } = parts(page);
    await expect(model).toHaveAccessibleDescription(/No installed model is marked/);
    await expect(form.getByRole("button", { name: "Pull nomic-embed-text" })).toBeVisible();
    await texts.fill("hello");
    await embed.click();
    await expect(model).toHaveAttribute("aria-invalid", "true");
    await expect(model.getByRole("option", { name: "chat:1b" })).toBeAttached();
  });
});

test("a thousand texts are compared while the page goes on", async ({ chat, page }) => {
  await chat.open(address);
  const { texts, embed, result } = parts(page);
  await texts.fill(lines(1000));
  await embed.click();
  await expect(fact(result, "Vectors")).toHaveText("1,000");
  await expect(result.getByRole("application", { name: /1000 texts/ })).toBeVisible({ timeout: 20_000 });
  await expect(result.getByRole("region", { name: "Nearest pairs" }).getByRole("listitem")).toHaveCount(20);
});
