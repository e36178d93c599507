import type { Scenario } from "./support/scenarios.ts";
import { says, scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

type Fault = {
  readonly scenario: Scenario;
  readonly status: "failed" | "interrupted";
  readonly cause: RegExp;
  /** Text that had come and must stay. */
  readonly kept: string;
  /** The fault waits until that text is shown: a reset throws away what was not read yet. */
  readonly waits?: true;
};

const faults: Record<string, Fault> = {
  "the model's process dies in mid-reply": {
    scenario: scenarios.diesMidStream,
    status: "failed",
    cause: /Ollama ended this reply with an error/,
    kept: "I was about to",
  },
  "the server reports an error in mid-reply": {
    scenario: scenarios.errorMember,
    status: "failed",
    cause: /reported an error in mid-reply/,
    kept: "I was about to",
  },
  "the stream ends without a terminator": {
    scenario: scenarios.cut,
    status: "interrupted",
    cause: /ended before it was complete/,
    kept: "Half a sent",
  },
  "the connection breaks in mid-reply": {
    scenario: { ...scenarios.reset, steps: [...scenarios.reset.steps, { pause: true }] },
    status: "interrupted",
    cause: /connection broke in mid-reply/,
    kept: "Half a sent",
    waits: true,
  },
  "a line cannot be read": {
    scenario: scenarios.malformedLine,
    status: "failed",
    cause: /not a reply/,
    kept: "Before",
  },
  "the model is gone": {
    scenario: scenarios.modelGone,
    status: "failed",
    cause: /is not on this server/,
    kept: "",
  },
  "memory runs out": {
    scenario: scenarios.outOfMemory,
    status: "failed",
    cause: /Not enough memory/,
    kept: "",
  },
  "the model cannot be loaded": {
    scenario: scenarios.loadFails,
    status: "failed",
    cause: /could not be loaded/,
    kept: "",
  },
  "I am not signed in": { scenario: scenarios.unauthorized, status: "failed", cause: /sign in/i, kept: "" },
  "the cloud is disabled": {
    scenario: scenarios.cloudDisabled,
    status: "failed",
    cause: /refuses this request/,
    kept: "",
  },
  "the request is too large": {
    scenario: scenarios.tooLarge,
    status: "failed",
    cause: /too large/,
    kept: "",
  },
  "there were too many requests": {
    scenario: scenarios.rateLimited,
    status: "failed",
    cause: /Too many requests/,
    kept: "",
  },
  "the queue is full": { scenario: scenarios.queueFull, status: "failed", cause: /queue is full/, kept: "" },
  "the server fails": {
    scenario: scenarios.serverError,
    status: "failed",
    cause: /process died|server failed/,
    kept: "",
  },
};

for (const [name, fault] of Object.entries(faults)) {
  test(`When ${name}, I am told why, at once and after a reload, and Retry works`, async ({
    chat,
    ollama,
    page,
  }) => {
    ollama.script(fault.scenario);
    await chat.ask("Please answer");
    if (fault.waits) {
      await expect(chat.body(chat.reply)).toHaveText(fault.kept);
      ollama.release();
    }
    await expect(chat.reply).toHaveAttribute("data-status", fault.status);
    for (const moment of ["at once", "after a reload"]) {
      if (moment === "after a reload") await page.reload();
      await expect(chat.reply).toHaveAttribute("data-status", fault.status);
      await expect(chat.reply.getByRole("alert")).toContainText(fault.cause);
      await expect(chat.body(chat.reply)).toHaveText(fault.kept);
      await expect(chat.body(chat.questions.first())).toHaveText("Please answer");
    }
    await expect(chat.reply.getByRole("button", { name: "Continue" })).toHaveCount(fault.kept ? 1 : 0);
    ollama.script(says("Now it works."));
    await chat.reply.getByRole("alert").getByRole("button", { name: "Retry" }).click();
    await expect(chat.body(chat.reply)).toHaveText("Now it works.");
    await expect(chat.reply.getByText("2 / 2")).toBeVisible();
    await chat.reply.getByRole("button", { name: "Previous version" }).click();
    await expect(chat.body(chat.reply)).toHaveText(fault.kept);
  });
}

test("When the server is down, my question is kept and the cause is named", async ({
  chat,
  ollama,
  page,
}) => {
  await expect(chat.connection).toHaveAccessibleName(/connected/);
  await expect(chat.modelButton).toContainText("llama3.2");
  await ollama.close();
  await chat.ask("Is anybody there?");
  await expect(chat.reply).toHaveAttribute("data-status", "failed");
  await expect(chat.reply.getByRole("alert")).toContainText("No answer from");
  await expect(chat.connection).toHaveAccessibleName(/unreachable/);
  await page.reload();
  await expect(chat.reply.getByRole("alert")).toContainText("No answer from");
  await expect(chat.body(chat.questions.first())).toHaveText("Is anybody there?");
  await ollama.restart();
  await chat.reply.getByRole("button", { name: "Retry" }).click();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.connection).toHaveAccessibleName(/connected/);
});

test("When the server stops in mid-reply, the text stays and the reply is interrupted", async ({
  chat,
  ollama,
}) => {
  ollama.script(scenarios.paused);
  await chat.ask("Count");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await ollama.close();
  await expect(chat.reply).toHaveAttribute("data-status", "interrupted");
  await expect(chat.reply.getByRole("alert")).toContainText("connection broke");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await expect(chat.connection).toHaveAccessibleName(/unreachable/);
});

test.describe("a server that does not know this page", () => {
  test.use({ server: { origins: ["http://elsewhere.example"] } });

  test("my question says so, with the line that mends it", async ({ page, site, chat, ollama }) => {
    // localhost is always among Ollama's origins; a name that is not needs a mapped host.
    await page.goto(`${site.url.replace("localhost", "[::1]")}/`);
    await expect(page.getByRole("button", { name: "Connection: origin refused" })).toBeVisible();
    await page.getByRole("button", { name: /^Connection:/ }).click();
    await expect(page.getByRole("region", { name: "Diagnosis" })).toContainText(/OLLAMA_ORIGINS/);
    expect(ollama.requestsTo("/v1/chat/completions")).toHaveLength(0);
    await page.goto(`${site.url.replace("localhost", "[::1]")}/?model=llama3.2#/`);
    await chat.ask("Will you take this?");
    await expect(chat.reply.getByRole("alert")).toContainText("refuses requests from this page");
    await page.reload();
    await expect(chat.reply.getByRole("alert")).toContainText("refuses requests from this page");
    await expect(chat.body(chat.questions.first())).toHaveText("Will you take this?");
  });
});

test("Retry after a cut reply, and Continue goes on from its text", async ({ chat, ollama }) => {
  ollama.script(scenarios.cut);
  await chat.ask("Please answer");
  await expect(chat.reply).toHaveAttribute("data-status", "interrupted");
  ollama.script(says("ence, now whole."));
  await chat.reply.getByRole("button", { name: "Continue" }).click();
  await expect(chat.body(chat.reply)).toHaveText("Half a sentence, now whole.");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(ollama.requestsTo("/v1/chat/completions").at(-1)?.body).toMatchObject({
    messages: [
      { role: "user", content: "Please answer" },
      { role: "assistant", content: "Half a sent" },
    ],
  });
});

test("A reply that ended at the token limit says so and offers to go on", async ({ chat, ollama, page }) => {
  ollama.script(scenarios.byLength);
  await chat.ask("Please answer");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.reload();
  await expect(chat.reply.getByText(/token limit/)).toBeVisible();
  ollama.script(says(" and goes on."));
  await chat.reply.getByRole("button", { name: "Continue" }).click();
  await expect(chat.body(chat.reply)).toHaveText("This reply is cut and goes on.");
});

test("A model that has left the server can be pulled where I was told", async ({ chat, ollama, page }) => {
  ollama.script(scenarios.modelGone);
  await chat.ask("Hi");
  await chat.reply.getByRole("button", { name: "Pull llama3.2:latest" }).click();
  await expect(page.getByRole("dialog", { name: "Pull model" })).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Model name" })).toHaveValue("llama3.2:latest");
});
