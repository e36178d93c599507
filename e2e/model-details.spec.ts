import { AxeBuilder } from "@axe-core/playwright";
import { openDetails } from "./pages/details-page.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { detailedModels, llama } from "./support/detailed-models.ts";
import { expect, test } from "./support/test.ts";

test.use({ server: { models: detailedModels } });

test("One request tells all of a model, and a second visit none", async ({ chat, ollama }) => {
  const { page } = chat;
  // The conversation asks for the details of its own model.
  await expect.poll(() => ollama.requestsTo("/api/show").length).toBeGreaterThan(0);
  await chat.chooseModel("gpt-oss:120b-cloud");
  await expect.poll(() => ollama.requestsTo("/api/show").length).toBe(2);
  const { fact, panel, tab } = await openDetails(page, "llama3.2:latest");
  await expect(fact("Parameters")).toHaveText("3.2B (3,212,749,888)");
  await expect(fact("Size on disk")).toHaveText("2 GB");
  await expect(fact("Trained context")).toHaveText("131,072 tokens");
  await expect(fact("Quantisation")).toHaveText("Q4_K_M");
  await expect(page.getByRole("list", { name: "Capabilities" })).toContainText("tools");
  await expect(panel.getByRole("row", { name: /^temperature 0\.6 How freely/ })).toBeVisible();
  await tab("System");
  await expect(panel).toContainText("You are a patient teacher.");
  await tab("Template");
  await expect(panel).toContainText("{{ .Prompt }}");
  await tab("Licence");
  await expect(panel).toContainText("COMMUNITY LICENSE");
  await tab("Messages");
  await expect(panel.getByRole("listitem")).toHaveText([/user\s*What is this\?/, /assistant\s*An example\./]);
  await openDetails(page, "hf.co/some_body/A.Model-GGUF:Q4_K_M");
  await openDetails(page, "llama3.2:latest");
  const asked = ollama.requestsTo("/api/show").map(({ body }) => body);
  expect(asked.slice(2)).toEqual([
    { model: "llama3.2:latest" },
    { model: "hf.co/some_body/A.Model-GGUF:Q4_K_M" },
  ]);
});

test("The Modelfile is copied and kept as a file", async ({ chat, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page } = chat;
  const { panel, tab } = await openDetails(page, "llama3.2:latest");
  await tab("Modelfile");
  await panel.getByRole("button", { name: "Copy: Modelfile" }).click();
  await expect(panel.getByRole("status")).toHaveText("Copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("# FROM llama3.2:latest");
  expect(copied).toContain("PARAMETER temperature 0.6");
  const download = page.waitForEvent("download");
  await panel.getByRole("button", { name: "Download: Modelfile" }).click();
  expect((await download).suggestedFilename()).toBe("llama3.2-latest.Modelfile");
});

test("Metadata is searched, and its lists come when I ask for them", async ({ chat, ollama }) => {
  const { page } = chat;
  const { panel, tab } = await openDetails(page, "llama3.2:latest");
  await tab("Metadata");
  await expect(panel.getByRole("row", { name: /llama\.block_count/ })).toContainText("28");
  await panel.getByRole("searchbox", { name: "Search metadata" }).fill("tokenizer");
  await expect(panel.getByRole("row", { name: /llama\.block_count/ })).toHaveCount(0);
  await expect(panel.getByRole("row", { name: /tokenizer\.ggml\.tokens/ })).toContainText("left out");
  await panel.getByRole("button", { name: "Load everything" }).click();
  await panel.getByRole("button", { name: "Show all of tokenizer.ggml.tokens" }).click();
  const dialog = page.getByRole("dialog", { name: "tokenizer.ggml.tokens" });
  await expect(dialog.getByRole("row", { name: "0 <token 0>" })).toBeVisible();
  await dialog.getByRole("region").evaluate((box) => box.scrollTo(0, box.scrollHeight));
  await expect(dialog.getByRole("row", { name: "4999 <token 4999>" })).toBeVisible();
  await expect(dialog.getByRole("row", { name: "0 <token 0>" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await panel.getByRole("button", { name: "Show all of tokenizer.chat_template" }).click();
  await expect(page.getByRole("dialog")).toContainText("{% for message in messages %}".repeat(20));
  expect(ollama.requestsTo("/api/show").filter(({ body }) => "verbose" in (body as object))).toHaveLength(1);
});

test("Everything of the metadata can be refused, and asked for again", async ({ chat }) => {
  const { page } = chat;
  const { panel, tab } = await openDetails(page, "llama3.2:latest");
  await tab("Metadata");
  await page.route("**/api/show", (route) => route.fulfill({ status: 400, json: { error: "too much" } }));
  await panel.getByRole("button", { name: "Load everything" }).click();
  await expect(panel.getByRole("alert")).toContainText("too much");
  await page.unroute("**/api/show");
  await panel.getByRole("button", { name: "Load everything" }).click();
  await expect(panel.getByRole("button", { name: "Load everything" })).toHaveCount(0);
  await expect(panel.getByRole("alert")).toHaveCount(0);
});

test("Tensors are searched and put in order by the keyboard", async ({ chat }) => {
  const { page } = chat;
  const { panel, tab } = await openDetails(page, "llama3.2:latest");
  await tab("Tensors");
  const names = panel.getByRole("rowheader");
  await expect(names.first()).toHaveText("blk.0.attn_k.weight");
  await expect(panel.getByText("85 tensors of 85")).toBeVisible();
  expect(await names.count()).toBeLessThan(60);
  await panel.getByRole("button", { name: "Size" }).focus();
  await page.keyboard.press("Enter");
  await expect(names.first()).toHaveText("token_embd.weight");
  await expect(panel.getByRole("columnheader", { name: "Size" })).toHaveAttribute("aria-sort", "descending");
  await expect(panel.getByRole("button", { name: "Size" })).toBeFocused();
  await panel.getByRole("searchbox", { name: "Search tensors" }).fill("ffn_up");
  await expect(panel.getByText("28 tensors of 85")).toBeVisible();
  await expect(names.first()).toContainText("ffn_up");
});

test("Whether it fits is estimated from its layers, and said to be an estimate", async ({ chat }) => {
  const { page } = chat;
  const { article, verdict } = await openDetails(page, "llama3.2:latest");
  const context = article.getByRole("textbox", { name: "Context in tokens" });
  const memory = article.getByRole("textbox", { name: "Memory for models in GB" });
  // The model's own num_ctx: 8,192 × 28 × 8 × 256 × 2 bytes = 939.5 MB.
  await expect(context).toHaveValue("8192");
  const cache = article.getByRole("term").filter({ hasText: "Keys and values" }).locator("xpath=..");
  await expect(cache).toContainText("≈ 939 MB");
  await expect(verdict).toContainText("≈ 3.2 GB");
  await memory.fill("4");
  await expect(verdict).toHaveText("By this estimate it fits: ≈ 3.2 GB of 4 GB.");
  await article.getByRole("slider", { name: "Context" }).fill("131072");
  await expect(context).toHaveValue("131072");
  await expect(cache).toContainText("≈ 15 GB");
  await expect(verdict).toContainText("does not fit whole");
  await article.getByRole("combobox", { name: "Keys and values as" }).selectOption("q4_0");
  // 15,032,385,536 × 18 / 64.
  await expect(cache).toContainText("≈ 4.2 GB");
  await article.getByRole("textbox", { name: "Requests at once" }).fill("2");
  await expect(cache).toContainText("≈ 8.5 GB");
  await page.reload();
  await expect(memory).toHaveValue("4");
});

test("What cannot be a context or a memory is said at the field, and kept", async ({ chat }) => {
  const { page } = chat;
  const { article, verdict } = await openDetails(page, "llama3.2:latest");
  for (const [name, text] of [
    ["Context in tokens", "200000"],
    ["Context in tokens", "many"],
    ["Requests at once", "0"],
    ["Memory for models in GB", "-3"],
  ] as const) {
    const box = article.getByRole("textbox", { name });
    const before = await verdict.textContent();
    await box.fill(text);
    await expect(box).toHaveAttribute("aria-invalid", "true");
    await expect(box).toHaveAccessibleDescription(/^Type a (whole )?number from/);
    await box.blur();
    await expect(box).toHaveValue(text);
    expect(await verdict.textContent()).toBe(before);
  }
});

test("A name of a registry with slashes has its page; heads by layers are asked for", async ({ chat }) => {
  const { page } = chat;
  const { article, verdict } = await openDetails(page, "hf.co/some_body/A.Model-GGUF:Q4_K_M");
  await expect(verdict).toContainText("not known yet");
  await article.getByRole("button", { name: "Load everything" }).click();
  // 4,096 × (4 + 2) × 32 × 2 bytes.
  const cache = article.getByRole("term").filter({ hasText: "Keys and values" }).locator("xpath=..");
  await expect(cache).toContainText("≈ 1.6 MB");
});

test("From here I preload it, see what the server measures, and start a chat", async ({ chat, ollama }) => {
  const { page } = chat;
  const { article, fact } = await openDetails(page, "llama3.2:latest");
  await article.getByRole("button", { name: "Preload" }).click();
  await expect(fact("Context now")).toHaveText("8,192 tokens");
  expect(ollama.namesInMemory()).toEqual(["llama3.2:latest"]);
  await expect(article.getByText(/^The server measures 2\.8 GB for it now, at 8,192 tokens/)).toBeVisible();
  await expect(article.getByRole("link", { name: "Create from this" })).toHaveAttribute(
    "href",
    "#/create/llama3.2%3Alatest",
  );
  await article.getByRole("button", { name: "Start a chat" }).click();
  await expect(chat.composer).toBeVisible();
  await expect(chat.modelButton).toContainText("llama3.2:latest");
});

test("A model that cannot be loaded says why, on its page", async ({ chat, ollama }) => {
  const { page } = chat;
  ollama.setModels([{ ...llama, loadError: "llama-server process has terminated: signal: killed" }]);
  const { article } = await openDetails(page, "llama3.2:latest");
  await article.getByRole("button", { name: "Preload" }).click();
  await expect(article.getByRole("alert")).toContainText("Not enough memory");
});

test("A remote model is marked, and nothing is said of memory", async ({ chat }) => {
  const { article, fact } = await openDetails(chat.page, "gpt-oss:120b-cloud");
  await expect(article.getByText(/runs on another computer/)).toBeVisible();
  await expect(fact("Runs at")).toHaveText("ollama.com:443");
  await expect(fact("Stands for")).toHaveText("gpt-oss:120b");
  await expect(article.getByRole("region", { name: "Will it fit?" })).toHaveCount(0);
  await expect(article.getByRole("button", { name: "Preload" })).toHaveCount(0);
});

test("An unknown model is offered for pulling, a name that is none is not", async ({ chat, ollama }) => {
  const { page } = chat;
  await chat.open("#/models/nope%3A1b");
  await expect(page.getByRole("alert")).toContainText("nope:1b is not on this server");
  await page.getByRole("button", { name: "Pull nope:1b" }).click();
  await expect(page.getByRole("textbox", { name: "Model name" })).toHaveValue("nope:1b");
  await page.keyboard.press("Escape");
  const asked = ollama.requestsTo("/api/show").length;
  await chat.open("#/models/50%25%20off");
  await expect(page.getByRole("alert")).toContainText("no spaces");
  expect(ollama.requestsTo("/api/show")).toHaveLength(asked);
});

test.describe("with a registry", () => {
  test.use({ server: { models: detailedModels, anyPull: pullScenarios.quick } });

  test("what was unknown has its page once it is pulled", async ({ chat }) => {
    const { page } = chat;
    await chat.open("#/models/tiny%3A1b");
    await page.getByRole("button", { name: "Pull tiny:1b" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Pull", exact: true }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    const article = page.getByRole("article", { name: "tiny:1b" });
    await expect(article.getByRole("tab", { name: "Modelfile" })).toBeVisible();
  });
});

test("While the server is away the page tells what the list said, and goes on when it is back", async ({
  chat,
  ollama,
}) => {
  const { page } = chat;
  await expect(chat.modelButton).toContainText("llama3.2:latest");
  await ollama.close();
  await chat.open("#/models/llama3.2%3Alatest");
  await page.reload();
  const article = page.getByRole("article", { name: "llama3.2:latest" });
  await expect(article.getByRole("alert")).toContainText("No answer from");
  await expect(article.getByText(/from the server’s list of .* ago/)).toBeVisible();
  await expect(article.getByText("2 GB")).toBeVisible();
  await ollama.restart();
  await article.getByRole("button", { name: "Retry" }).click();
  await expect(article.getByRole("tab", { name: "Parameters" })).toBeVisible();
  await expect(article.getByRole("alert")).toHaveCount(0);
});

test("A server that fails, or answers something else, is told apart", async ({ chat }) => {
  const { page } = chat;
  await page.route("**/api/show", (route) => route.fulfill({ status: 200, body: "<html>" }));
  await chat.open("#/models/llama3.2%3Alatest");
  const article = page.getByRole("article", { name: "llama3.2:latest" });
  await expect(article.getByRole("alert")).toContainText("<html>");
  await page.unroute("**/api/show");
  await page.route("**/api/show", (route) =>
    route.fulfill({ status: 401, json: { error: "unauthorized", signin_url: "https://ollama.com/connect" } }),
  );
  await article.getByRole("button", { name: "Retry" }).click();
  await expect(article.getByRole("link", { name: "Sign in" })).toHaveAttribute(
    "href",
    "https://ollama.com/connect",
  );
});

for (const width of [1280, 360])
  test(`The page has no fault that axe knows, and no sideways scroll, ${width} wide`, async ({ chat }) => {
    test.slow();
    const { page } = chat;
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: width > 1000 ? "dark" : "light", reducedMotion: "reduce" });
    const { tab } = await openDetails(page, "llama3.2:latest");
    for (const part of ["Parameters", "Modelfile", "Metadata", "Tensors"]) {
      await tab(part);
      const { violations } = await new AxeBuilder({ page }).include("article").analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(beyond).toBeLessThanOrEqual(0);
    }
  });
