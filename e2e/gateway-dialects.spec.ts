import { add, card, diagnosis, fillHeader, openMore } from "./pages/servers.ts";
import { startFakeOpenAi } from "./support/openai/fake-openai.ts";
import { expect, test } from "./support/openai/test.ts";

const key = "sk-test-4711";

test.describe("llama.cpp’s server, which answers /api/tags too", () => {
  test.use({ gateway: { hasTags: true } });

  test("is none of Ollama’s kind: nothing of Ollama’s is offered, and it is sampled as it was started", async ({
    chat,
    page,
    openai,
  }) => {
    await chat.open("#/connection");
    await add(page, { url: openai.url, name: "Cellar" });
    await page.getByRole("button", { name: "Save and use" }).click();
    await expect(card(page, "Cellar")).toContainText("OpenAI-compatible");
    await expect(card(page, "Cellar")).toContainText("connected");
    await chat.open("#/models");
    await expect(page.getByRole("row", { name: "small-chat" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Pull a model" })).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Downloads", exact: true })).toHaveCount(0);
    await chat.open();
    await chat.chooseModel("small-chat");
    await chat.ask("Hello");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const [asked] = openai.requestsTo("/v1/chat/completions");
    expect(Object.keys(asked?.body ?? {})).toEqual(["model", "messages", "stream", "stream_options"]);
  });
});

test.describe("vLLM with a key, whose refusal has no CORS headers", () => {
  test.use({ gateway: { requireKey: key, hidesRefusal: true } });

  test("seems to want a key, wherever that is said, and is connected with it", async ({
    chat,
    page,
    openai,
  }) => {
    await chat.open("#/connection");
    await add(page, { url: `${openai.url}/v1`, name: "Rack" });
    await page.getByRole("button", { name: "Save and use" }).click();
    await expect(diagnosis(page)).toContainText("seems to want a key");
    await expect(card(page, "Rack")).toContainText("OpenAI-compatible");
    await expect(chat.connection).toHaveAccessibleName("Connection: needs a key");
    await chat.open();
    await expect(page.getByRole("heading", { name: "Not connected to Rack" })).toBeVisible();
    await page.getByRole("button", { name: /^Model / }).click();
    const states = page.getByRole("list", { name: "Servers without a present list" });
    await expect(states).toContainText("Rack wants a key.");
    await states.getByRole("link").click();
    await openMore(page);
    await page.getByLabel("API key", { exact: true }).fill(key);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(chat.connection).toHaveAccessibleName("Connection: connected");
    await expect(diagnosis(page)).toContainText("It speaks OpenAI’s API");
    await chat.open();
    await chat.chooseModel("small-chat");
    await chat.ask("Hello");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  });

  test("a key that was only tried is forgotten with the form, and so is what was found with it", async ({
    chat,
    page,
    openai,
  }) => {
    await chat.open("#/connection");
    await add(page, { url: openai.url, name: "Rack", apiKey: key });
    await page.getByRole("button", { name: "Save and use" }).click();
    await expect(chat.connection).toHaveAccessibleName("Connection: connected");
    await page.getByLabel("API key", { exact: true }).fill("sk-wrong");
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(diagnosis(page)).toContainText("seems to want a key");
    await page.getByRole("button", { name: "Discard changes" }).click();
    await expect(diagnosis(page)).toContainText("It speaks OpenAI’s API");
    await expect(chat.connection).toHaveAccessibleName("Connection: connected");
    expect(openai.requestsTo("/v1/models").at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
  });
});

test.describe("a gateway under a path with an API’s name in it", () => {
  test.use({ gateway: { base: "/api/llm", requireKey: key } });

  test("is found there, lists and answers, also after a reload", async ({ chat, page, openai }) => {
    await chat.open("#/connection");
    await add(page, { url: `${openai.url}/v1/`, name: "Deep", apiKey: key });
    await page.getByRole("button", { name: "Save and use" }).click();
    await expect(card(page, "Deep")).toContainText(openai.url);
    await expect(card(page, "Deep")).toContainText("connected");
    await chat.open();
    await page.reload();
    await chat.chooseModel("small-chat");
    await chat.ask("Hello");
    await expect(chat.body(chat.reply)).toHaveText("Hello from a gateway.");
    // The doctor looks whether Ollama is at the root of the host, and gives nobody's key away by it.
    const outside = openai.requests.filter(({ path }) => path.startsWith("outside"));
    expect(
      outside.filter(({ path, headers }) => path !== "outside /api/version" || headers.authorization),
    ).toEqual([]);
  });
});

test.describe("a gateway that sends its requests on to another place", () => {
  test("never hands that place the key or a header of the server", async ({ chat, page }) => {
    const allowedHeaders = ["authorization", "content-type", "x-team-key"];
    const elsewhere = await startFakeOpenAi({ allowedHeaders });
    const gateway = await startFakeOpenAi({ allowedHeaders, redirectTo: elsewhere.url });
    try {
      await chat.open("#/connection");
      await add(page, { url: gateway.url, name: "Moved", apiKey: key });
      await fillHeader(page, 1, "X-Team-Key", "team-4711");
      await page.getByRole("button", { name: "Save and use" }).click();
      await expect(diagnosis(page)).toContainText("sends the browser on to another address");
      await expect(card(page, "Moved")).toContainText("unreachable");
      // It did lead there: what carried nothing went on.
      await expect.poll(() => elsewhere.requests.length).toBeGreaterThan(0);
      const told = elsewhere.requests.flatMap(({ headers }) => [
        headers["x-team-key"],
        headers.authorization,
      ]);
      expect(told.filter((value) => value !== undefined)).toEqual([]);
    } finally {
      await gateway.close();
      await elsewhere.close();
    }
  });
});
