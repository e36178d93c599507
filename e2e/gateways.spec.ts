import { AxeBuilder } from "@axe-core/playwright";
import { add, card, diagnosis, fillHeader } from "./pages/servers.ts";
import { replies } from "./support/openai/replies.ts";
import { expect, test } from "./support/openai/test.ts";

const key = "sk-test-4711";

test.describe("a gateway that speaks OpenAI's API", () => {
  test.use({ gateway: { requireKey: key } });

  test("is added with its key, its models are listed, and it answers a chat; nothing of Ollama's is asked", async ({
    chat,
    page,
    openai,
  }) => {
    await chat.open("#/connection");
    await add(page, { url: `${openai.url}/v1`, name: "Gateway", apiKey: key });
    await page.getByRole("button", { name: "Save and use" }).click();
    await expect(card(page, "Gateway")).toContainText("OpenAI-compatible");
    await expect(card(page, "Gateway")).toContainText("In use");
    await expect(card(page, "Gateway")).toContainText("connected");
    await expect(chat.connection).toHaveAccessibleName("Connection: connected");

    await chat.open("#/models");
    const row = page.getByRole("row", { name: "vendor/Big-Model-70B" });
    await expect(row).toContainText("vllm");
    await expect(row).not.toContainText(/\bB\b/);
    for (const name of ["In memory", "Downloads", "Create", "Health", "Playground"])
      await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Pull a model" })).toHaveCount(0);
    await row.getByRole("button", { name: "Options for vendor/Big-Model-70B" }).click();
    await expect(page.getByRole("menuitem")).toHaveText(["Details", "Start a chat", "Pin", "Hide"]);
    await page.getByRole("menuitem", { name: "Details" }).click();
    await expect(page.getByRole("article", { name: "vendor/Big-Model-70B" })).toContainText("vllm");

    for (const place of ["#/running", "#/pulls", "#/create", "#/health", "#/playground"]) {
      await chat.open(place);
      await expect(page.getByText(/Gateway speaks OpenAI’s API, which has no/)).toBeVisible();
    }

    await chat.open();
    await chat.chooseModel("small-chat");
    openai.script(replies.thinking);
    await chat.ask("Hello");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(chat.body(chat.reply)).toHaveText("A considered answer.");
    await expect(chat.reasoning(chat.reply)).toHaveText("Let me see.");
    const [asked] = openai.requestsTo("/v1/chat/completions");
    expect(asked?.headers.authorization).toBe(`Bearer ${key}`);
    expect(asked?.body).toEqual({
      model: "small-chat",
      messages: [{ role: "user", content: "Hello" }],
      stream: true,
      stream_options: { include_usage: true },
    });
    const posts = openai.requests.filter(({ method, path }) => method === "POST" && path.startsWith("/api/"));
    expect(posts.map(({ path }) => path).filter((path) => path !== "/api/show")).toEqual([]);
  });

  test("with a wrong key says so, on the connection page and in the reply", async ({
    chat,
    page,
    openai,
  }) => {
    await chat.open("#/connection");
    await add(page, { url: openai.url, name: "Gateway", apiKey: "sk-wrong" });
    await page.getByRole("button", { name: "Test connection" }).click();
    await expect(diagnosis(page)).toContainText(/key/i);
    await page.getByRole("button", { name: "Save and use" }).click();
    await expect(chat.connection).toHaveAccessibleName("Connection: needs a key");
    await page.getByLabel("API key", { exact: true }).fill(key);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(chat.connection).toHaveAccessibleName("Connection: connected");
  });
});

test.describe("a gateway without CORS headers on what it does not know", () => {
  test.use({ gateway: { hidesUnknown: true, refusesMaxTokens: true } });

  test("is found too, and is sent a limit by the name that it takes", async ({ chat, page, openai }) => {
    await chat.open("#/connection");
    await add(page, { url: openai.url, name: "Strict" });
    await page.getByRole("button", { name: "Save and use" }).click();
    await expect(card(page, "Strict")).toContainText("OpenAI-compatible");
    await chat.open();
    await chat.chooseModel("small-chat");
    await page.getByRole("button", { name: "Parameters" }).click();
    await page.getByRole("spinbutton", { name: "Max tokens" }).fill("64");
    await page.keyboard.press("Escape");
    await chat.ask("Hello");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    const limits = openai
      .requestsTo("/v1/chat/completions")
      .map(({ body }) => [body?.["max_tokens"], body?.["max_completion_tokens"]]);
    expect(limits).toEqual([
      [64, undefined],
      [undefined, 64],
    ]);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`axe finds nothing, ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("on a form with faults, on the list of a gateway's models, on a page that is absent", async ({
      chat,
      page,
      openai,
    }) => {
      const violations = async () => (await new AxeBuilder({ page }).analyze()).violations;
      await chat.open("#/connection");
      await add(page, { url: openai.url, name: "Gateway", apiKey: "two words" });
      await fillHeader(page, 1, "Cookie", "a=b");
      await page.getByLabel("Deadline in seconds").fill("soon");
      await expect(page.getByText("A number of seconds from 1 to 120.")).toBeVisible();
      expect(await violations()).toEqual([]);
      await page.getByLabel("API key", { exact: true }).fill(key);
      await page.getByRole("button", { name: "Remove header 1" }).click();
      await page.getByLabel("Deadline in seconds").fill("10");
      await page.getByRole("button", { name: "Save and use" }).click();
      await expect(card(page, "Gateway")).toContainText("OpenAI-compatible");
      await chat.open("#/models");
      await expect(page.getByRole("row", { name: "small-chat" })).toBeVisible();
      expect(await violations()).toEqual([]);
      await chat.open("#/running");
      await expect(page.getByText(/which has no/)).toBeVisible();
      expect(await violations()).toEqual([]);
    });
  });
}
