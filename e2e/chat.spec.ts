import { scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("I ask a question and read the reply as it streams in", async ({ chat, ollama, page }) => {
  ollama.script(scenarios.paused);
  await chat.ask("Count for me");
  await expect(page).toHaveURL(/#\/c\/.+/);
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  await expect(chat.reply).toHaveAttribute("aria-busy", "true");
  await expect(chat.stop).toBeVisible();
  ollama.release();
  await expect(chat.body(chat.reply)).toHaveText("One two three four five.");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.send).toBeVisible();
  await expect(chat.composer).toHaveValue("");
});

test("The request asks for a stream with usage and for the model's own sampling", async ({
  chat,
  ollama,
}) => {
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const [request] = ollama.requestsTo("/v1/chat/completions");
  expect(request?.body).toEqual({
    model: "llama3.2:latest",
    messages: [{ role: "user", content: "Hi" }],
    stream: true,
    stream_options: { include_usage: true },
    temperature: 0.6,
    top_p: 0.95,
  });
});

test("A follow-up sends the conversation without the reasoning", async ({ chat, ollama }) => {
  await chat.chooseModel("qwen3:8b");
  ollama.script(scenarios.thinking);
  await chat.ask("Hello");
  await expect(chat.body(chat.reply)).toHaveText("Hello, after some thought.");
  await chat.ask("And now?");
  await expect(chat.replies).toHaveCount(2);
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/v1/chat/completions").at(-1)?.body).toMatchObject({
    messages: [
      { role: "user", content: "Hello" },
      { role: "assistant", content: "Hello, after some thought." },
      { role: "user", content: "And now?" },
    ],
  });
});

test("Shift+Enter breaks the line, and Enter of a composition sends nothing", async ({ chat, ollama }) => {
  await chat.composer.fill("one");
  await chat.composer.press("Shift+Enter");
  await chat.composer.pressSequentially("two");
  await expect(chat.composer).toHaveValue("one\ntwo");
  await chat.composer.dispatchEvent("keydown", { key: "Enter", isComposing: true });
  expect(ollama.requestsTo("/v1/chat/completions")).toHaveLength(0);
  await expect(chat.composer).toHaveValue("one\ntwo");
});

test("A mark that nothing follows yet is shown all the same", async ({ chat, ollama }) => {
  ollama.script({ ...scenarios.paused, steps: [{ say: ["Three", " -"] }, { pause: true }, { say: " one" }] });
  await chat.ask("What is two?");
  await expect(chat.body(chat.reply)).toHaveText("Three -");
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
});

test("While a reply streams, Enter keeps my next question and Escape stops the reply", async ({
  chat,
  ollama,
}) => {
  ollama.script(scenarios.paused);
  await chat.ask("First");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await chat.composer.fill("Next question");
  await chat.composer.press("Enter");
  await expect(chat.questions).toHaveCount(1);
  await expect(chat.composer).toHaveValue("Next question");
  await chat.composer.press("Escape");
  await expect(chat.reply).toHaveAttribute("data-status", "stopped");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await expect.poll(() => ollama.requestsTo("/v1/chat/completions")[0]?.aborted).toBe(true);
});

test.describe("what is known while I wait", () => {
  test("a model that is loaded first", async ({ chat, ollama }) => {
    ollama.script({ ...scenarios.loading, load: { ms: 4000 } });
    await chat.ask("Hi");
    await expect(chat.reply.getByText(/Loading llama3.2:latest into memory/)).toBeVisible();
    await expect(chat.reply).toHaveAttribute("data-status", "waiting");
    await expect(chat.body(chat.reply)).toHaveText("Loaded.");
  });

  test("in a pause the line of truth counts all that came", async ({ chat, ollama }) => {
    ollama.script({
      about: "40 tokens, then silence",
      steps: [{ tokens: 40, perSecond: 20 }, { pause: true }],
    });
    await chat.open();
    await chat.ask("Count");
    await expect(chat.reply.getByText(/Writing · ≈ [\d.]+ tokens\/s · ≈ 40 tokens/)).toBeVisible();
  });

  test("a model that reads the prompt, then thinks, then writes", async ({ chat, ollama }) => {
    await chat.chooseModel("qwen3:8b");
    ollama.script({
      about: "all phases",
      promptMs: 2500,
      perSecond: 20,
      steps: [{ think: "a b c d e f g h i j k l m n o p q r s t u v w x y z" }, { tokens: 60 }],
    });
    await chat.ask("Hi");
    await expect(chat.reply.getByText(/Reading the prompt/)).toBeVisible();
    await expect(chat.reply.getByText(/^Thinking ·/)).toBeVisible();
    await expect(chat.reply.getByText(/Writing · ≈ [\d.]+ tokens\/s · ≈ \d+ tokens/)).toBeVisible();
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(chat.reply.getByText(/\d+ tokens · [\d.]+\/s · first after .+ context/)).toBeVisible();
  });

  test("a fifth stream waits for a connection", async ({ chat, ollama, page }) => {
    for (let index = 0; index < 5; index += 1) {
      ollama.script(scenarios.paused);
      await chat.ask(`Question ${index}`);
      await page.waitForURL(/#\/c\//);
      if (index < 4) await chat.open();
    }
    await expect(chat.reply.getByText(/Waiting for a free connection/)).toBeVisible();
    await expect(chat.connection).toHaveAccessibleName(/connected/);
  });
});

test("Reasoning stands apart, folds when it is done, and is not copied", async ({ chat, ollama, page }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await chat.chooseModel("qwen3:8b");
  ollama.script(scenarios.pausedWhileThinking);
  await chat.ask("Why?");
  await expect(chat.reasoning(chat.reply)).toHaveText("Let me see");
  await expect(chat.reasoning(chat.reply)).toBeVisible();
  ollama.release();
  await expect(chat.body(chat.reply)).toHaveText("Done.");
  await expect(chat.reasoning(chat.reply)).toBeHidden();
  await expect(chat.reasoning(chat.reply)).toHaveText("Let me see further.");
  await chat.reply.getByRole("button", { name: "Copy", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Done.");
});

for (const name of ["thinkingInTags", "reasoningContent"] as const) {
  test(`Reasoning is told from the answer: ${scenarios[name].about}`, async ({ chat, ollama }) => {
    ollama.script(scenarios[name]);
    await chat.ask("Why?");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    await expect(chat.reasoning(chat.reply)).toContainText(/hidden thought|Another server thinks/);
    await expect(chat.body(chat.reply)).toHaveText(/^(This is the answer|And answers)\.$/);
  });
}

test("Reasoning can be turned off on a model that can think, and is absent on one that cannot", async ({
  chat,
  ollama,
  page,
}) => {
  const reasoning = page.getByRole("button", { name: "Reasoning", exact: true });
  await expect(chat.modelButton).toContainText("llama3.2");
  await expect(reasoning).toHaveCount(0);
  await chat.chooseModel("qwen3:8b");
  await reasoning.click();
  await page.getByRole("menuitemradio", { name: "Off" }).click();
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/v1/chat/completions")[0]?.body).toMatchObject({ reasoning_effort: "none" });
});

test("Several conversations stream at once while I read another", async ({ chat, ollama, page }) => {
  ollama.script({ ...scenarios.paused, steps: [{ say: "Alpha" }, { pause: true }, { say: " one." }] });
  await chat.ask("First conversation");
  await expect(chat.body(chat.reply)).toHaveText("Alpha");
  await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
  ollama.script(
    { ...scenarios.paused, steps: [{ say: "Beta" }, { pause: true }, { say: " two." }] },
    { model: "qwen3:8b" },
  );
  await chat.chooseModel("qwen3:8b");
  await chat.ask("Second conversation");
  await expect(chat.body(chat.reply)).toHaveText("Beta");
  await expect(page).toHaveTitle(/^\(2\)/);
  ollama.release();
  await expect(chat.body(chat.reply)).toHaveText("Beta two.");
  await expect(page).toHaveTitle(/^● 1 to look at/);
  await chat.sidebar.getByRole("link", { name: "First conversation" }).click();
  await expect(chat.body(chat.reply)).toHaveText("Alpha one.");
});

test("My parameters and system prompt are sent, and shown with where they come from", async ({
  chat,
  ollama,
  page,
}) => {
  await page.getByRole("button", { name: "Parameters" }).click();
  await expect(page.getByRole("spinbutton", { name: "Temperature" })).toHaveAttribute(
    "placeholder",
    /0.6 from the model/,
  );
  await page.getByRole("textbox", { name: "System prompt" }).fill("Be brief.");
  await page.getByRole("spinbutton", { name: "Temperature" }).fill("0.1");
  await page.getByRole("spinbutton", { name: "Max tokens" }).fill("50");
  await page.getByRole("spinbutton", { name: "Seed" }).fill("7");
  await page.getByRole("textbox", { name: "Stop sequences" }).fill("END");
  await page.getByRole("spinbutton", { name: "Top P" }).fill("7");
  await expect(page.getByText("A number from 0 to 1")).toBeVisible();
  await page.keyboard.press("Escape");
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/v1/chat/completions")[0]?.body).toMatchObject({
    messages: [
      { role: "system", content: "Be brief." },
      { role: "user", content: "Hi" },
    ],
    temperature: 0.1,
    top_p: 0.95,
    max_tokens: 50,
    seed: 7,
    stop: expect.arrayContaining(["<|eot_id|>", "END"]),
  });
});

test("A model that runs in the cloud is marked before and after I ask it", async ({ chat, page }) => {
  await chat.chooseModel("gpt-oss:120b-cloud");
  await expect(page.getByText(/runs in the cloud: what you send leaves this computer/)).toBeVisible();
  await chat.ask("Hi");
  await expect(chat.reply.getByText("Leaves this computer")).toBeVisible();
});

test("My draft is kept for each conversation, over reloads", async ({ chat, page }) => {
  await chat.ask("One");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.composer.fill("draft in one");
  await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
  await expect(chat.composer).toHaveValue("");
  await chat.composer.fill("draft of a new one");
  await chat.sidebar.getByRole("link", { name: "One", exact: true }).click();
  await expect(chat.composer).toHaveValue("draft in one");
  await page.reload();
  await expect(chat.composer).toHaveValue("draft in one");
  await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
  await expect(chat.composer).toHaveValue("draft of a new one");
});
