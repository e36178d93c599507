import { scenarios, says, tokens } from "./support/scenarios.ts";
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

test("Regenerate makes another version, and both stay", async ({ chat, ollama, page }) => {
  ollama.script(says("First version."));
  await chat.ask("Tell me");
  await expect(chat.body(chat.reply)).toHaveText("First version.");
  ollama.script(says("Second version."));
  await chat.reply.getByRole("button", { name: "Regenerate" }).click();
  await expect(chat.body(chat.reply)).toHaveText("Second version.");
  await expect(chat.reply.getByText("2 / 2")).toBeVisible();
  await chat.reply.getByRole("button", { name: "Previous version" }).click();
  await expect(chat.body(chat.reply)).toHaveText("First version.");
  await page.reload();
  await expect(chat.body(chat.reply)).toHaveText("First version.");
  await expect(chat.reply.getByText("1 / 2")).toBeVisible();
});

test("Editing a question begins a branch and overwrites nothing", async ({ chat, ollama, page }) => {
  ollama.script(says("About cats."));
  await chat.ask("Tell me about cats");
  await expect(chat.body(chat.reply)).toHaveText("About cats.");
  const question = chat.questions.first();
  await question.getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Edit message" }).fill("Tell me about dogs");
  ollama.script(says("About dogs."));
  await page.getByRole("button", { name: "Send edit" }).click();
  await expect(chat.body(chat.reply)).toHaveText("About dogs.");
  await expect(chat.body(question)).toHaveText("Tell me about dogs");
  await question.getByRole("button", { name: "Previous version" }).click();
  await expect(chat.body(chat.questions.first())).toHaveText("Tell me about cats");
  await expect(chat.body(chat.reply)).toHaveText("About cats.");
});

test("An edit that I did not send is still there after a reload", async ({ chat, page }) => {
  await chat.ask("Original");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.questions.first().getByRole("button", { name: "Edit" }).click();
  await page.getByRole("textbox", { name: "Edit message" }).fill("Half an edit");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Edit message" })).toHaveValue("Half an edit");
});

test("I can fork a conversation, delete a message, and undo it", async ({ chat, page }) => {
  await chat.ask("Root question");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const address = page.url();
  await chat.reply.getByRole("button", { name: "Fork" }).click();
  await expect(page).not.toHaveURL(address);
  await expect(chat.replies).toHaveCount(1);
  await chat.reply.getByRole("button", { name: "Delete" }).click();
  await expect(chat.replies).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(chat.replies).toHaveCount(1);
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

test("The transcript follows the reply while I am at its end, and never fights my scrolling", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(tokens(900, 150));
  await chat.ask("A long one");
  const distance = () =>
    chat.transcript.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
  await expect
    .poll(() => chat.transcript.evaluate((log) => log.scrollHeight - log.clientHeight))
    .toBeGreaterThan(200);
  expect(await distance()).toBeLessThan(60);
  await chat.transcript.hover();
  await page.mouse.wheel(0, -180);
  await expect(page.getByRole("button", { name: "Go to the end" })).toBeVisible();
  const top = await chat.transcript.evaluate((log) => log.scrollTop);
  const before = (await chat.body(chat.reply).textContent())?.length ?? 0;
  await expect
    .poll(async () => (await chat.body(chat.reply).textContent())?.length)
    .toBeGreaterThan(before + 200);
  expect(await chat.transcript.evaluate((log) => log.scrollTop)).toBe(top);
  await page.getByRole("button", { name: "Go to the end" }).click();
  await expect.poll(distance).toBeLessThan(60);
});

test("Shown text never shrinks while markdown streams in", async ({ chat, ollama, page }) => {
  ollama.script({ ...scenarios.markdown, perSecond: 60 });
  await page.evaluate(() => {
    const lengths: number[] = [];
    Object.assign(window, { lengths });
    const look = () => {
      const bodies = document.querySelectorAll('article[aria-label="Assistant"] [data-part="body"]');
      lengths.push(bodies[bodies.length - 1]?.textContent?.length ?? 0);
      requestAnimationFrame(look);
    };
    look();
  });
  await chat.ask("Show me markdown");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const lengths = await page.evaluate(() => (window as unknown as { lengths: number[] }).lengths);
  const shrinks = lengths.filter((length, index) => length < (lengths[index - 1] ?? 0) - 1);
  expect(shrinks).toEqual([]);
  await expect(chat.reply.getByRole("table")).toBeVisible();
  await expect(chat.reply.getByRole("button", { name: "Copy code" })).toBeVisible();
});

test("A hostile reply can do nothing but be read", async ({ chat, ollama, page, complaints }) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    if (!/^(https?:\/\/(localhost|127\.0\.0\.1)[:/]|data:|blob:)/.test(request.url()))
      foreign.push(request.url());
  });
  ollama.script(scenarios.hostile);
  await chat.ask("Attack me");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.body(chat.reply)).toContainText("<script>window.hacked = true</script>");
  expect(await page.evaluate(() => "hacked" in window)).toBe(false);
  await expect(chat.reply.locator("img, script, iframe, a[href^='javascript'], a[href^='data']")).toHaveCount(
    0,
  );
  expect(foreign).toEqual([]);
  expect(complaints).toEqual([]);
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

test.describe("a small context", () => {
  test.use({ server: { contextLength: 300 } });

  test("messages that the model no longer sees are marked, as the server tells", async ({ chat }) => {
    for (let index = 0; index < 5; index += 1) {
      await chat.ask(`Question number ${index}: ${"many words to fill the context with, ".repeat(8)}`);
      await expect(chat.reply).toHaveAttribute("data-status", "done");
    }
    await expect(chat.questions.first().getByText("Not seen by the model", { exact: true })).toBeVisible();
    await expect(chat.questions.last().getByText("Not seen by the model")).toHaveCount(0);
    await expect(chat.reply.getByText(/of 300 context/)).toBeVisible();
  });
});

test.describe("a small context on an old server", () => {
  test.use({ server: { contextLength: 300, knowsDebugRender: false } });

  test("the marks say that they are estimates", async ({ chat }) => {
    for (let index = 0; index < 5; index += 1) {
      await chat.ask(`Question number ${index}: ${"many words to fill the context with, ".repeat(8)}`);
      await expect(chat.reply).toHaveAttribute("data-status", "done");
    }
    await expect(chat.questions.first().getByText("≈ Not seen by the model")).toBeVisible();
  });
});
