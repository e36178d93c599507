import { readFile } from "node:fs/promises";
import { ChatPage } from "./pages/chat-page.ts";
import { says, scenarios } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

test("A conversation gets its title from my question, without a hidden request", async ({ chat, ollama }) => {
  await chat.ask("How do rivers turn?\nMore words below.");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.sidebar.getByRole("link", { name: "How do rivers turn?", exact: true })).toBeVisible();
  expect(ollama.requestsTo("/v1/chat/completions")).toHaveLength(1);
  expect(ollama.requestsTo("/api/generate")).toHaveLength(0);
});

test("I can rename, pin, archive and delete a conversation, and undo the delete", async ({ chat, page }) => {
  await chat.ask("First title");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.getByRole("button", { name: "Options for First title" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Title" }).fill("Second title");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Options for Second title" }).click();
  await page.getByRole("menuitem", { name: "Pin", exact: true }).click();
  await page.getByRole("button", { name: "Options for Second title" }).click();
  await expect(page.getByRole("menuitem", { name: "Unpin" })).toBeVisible();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(chat.sidebar.getByRole("link", { name: "Second title" })).toHaveCount(0);
  await page.getByRole("status").getByRole("button", { name: "Undo" }).click();
  await expect(chat.sidebar.getByRole("link", { name: "Second title" })).toBeVisible();
  await page.reload();
  await chat.sidebar.getByRole("link", { name: "Second title" }).click();
  await expect(chat.body(chat.questions.first())).toHaveText("First title");
});

test("Search finds a conversation by its title", async ({ chat, page }) => {
  for (const title of ["About rivers", "About mountains"]) {
    await chat.open();
    await chat.ask(title);
    await expect(chat.reply).toHaveAttribute("data-status", "done");
  }
  await page.getByRole("searchbox", { name: "Search conversations" }).fill("RIVER");
  await expect(chat.sidebar.getByRole("link", { name: "About rivers" })).toBeVisible();
  await expect(chat.sidebar.getByRole("link", { name: "About mountains" })).toHaveCount(0);
});

test("Everything is exported, and comes back into an empty browser, once", async ({
  chat,
  page,
  browser,
  site,
}) => {
  await chat.ask("Keep this");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.open("#/settings/data");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export all" }).click();
  const path = await (await download).path();
  const text = await readFile(path, "utf8");
  expect(JSON.parse(text)).toMatchObject({
    format: "candor.export",
    version: 1,
    conversations: [
      {
        title: "Keep this",
        messages: [
          { role: "user", content: "Keep this", parentId: null },
          { role: "assistant", status: "done" },
        ],
      },
    ],
  });
  const other = await browser.newContext();
  const fresh = await other.newPage();
  await fresh.goto(`${site.url}/#/settings/data`);
  for (let times = 0; times < 2; times += 1) {
    await fresh.getByLabel("Import").setInputFiles(path);
    await expect(fresh.getByRole("status").filter({ hasText: /\d/ })).toBeVisible();
  }
  await expect(fresh.getByRole("link", { name: "Keep this" })).toHaveCount(1);
  await other.close();
});

test("A broken file is refused with the reason and changes nothing", async ({ chat, page }) => {
  await chat.ask("Mine");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.open("#/settings/data");
  for (const [name, text, reason] of [
    ["broken.json", "{ not json", /JSON/],
    ["foreign.json", '{"format":"other"}', /export|format/i],
    [
      "wrong.json",
      '{"format":"candor.export","version":1,"conversations":[{"id":"a","title":7,"createdAt":1,"messages":[]}]}',
      /conversations\.0\.title/,
    ],
  ] as const) {
    await page
      .getByLabel("Import")
      .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    await expect(page.getByRole("alert")).toContainText(reason);
  }
  await expect(chat.sidebar.getByRole("link", { name: "Mine" })).toBeVisible();
});

test("A conversation that ended while I read another is marked until I look", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(scenarios.paused);
  await chat.ask("Running one");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
  await expect(page).toHaveTitle(/\(1\)/);
  ollama.release();
  await expect(chat.sidebar.getByText(/unread|new reply/i)).toHaveCount(1);
  await chat.sidebar.getByRole("link", { name: "Running one" }).click();
  await expect(chat.sidebar.getByText(/unread|new reply/i)).toHaveCount(0);
});

test("A failure in another conversation is marked", async ({ chat, ollama }) => {
  ollama.script({ ...scenarios.pausedBeforeFirst, end: "cut" });
  await chat.ask("Failing one");
  await expect(chat.reply).toHaveAttribute("data-status", "waiting");
  await chat.sidebar.getByRole("link", { name: "New conversation" }).click();
  ollama.release();
  await expect(chat.sidebar.getByText(/failed|error|incomplete/i)).toHaveCount(1);
});

test("Two tabs see each other's changes, and a conversation has one writer", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(scenarios.paused);
  await chat.ask("Shared");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  const second = await page.context().newPage();
  await second.goto(page.url());
  const reply = second.getByRole("article", { name: "Assistant" });
  await expect(reply.locator('[data-part="body"]')).toHaveText("One two three");
  await expect(reply).toHaveAttribute("data-status", "streaming");
  await second.getByRole("textbox", { name: "Message" }).fill("From the second tab");
  await second.keyboard.press("Enter");
  await expect(second.getByRole("alert")).toContainText("Another tab");
  await expect(second.getByRole("textbox", { name: "Message" })).toHaveValue("From the second tab");
  ollama.release();
  await expect(reply.locator('[data-part="body"]')).toHaveText("One two three four five.");
  await expect(reply).toHaveAttribute("data-status", "done");
  ollama.script(says("Two writers, one after the other."));
  await second.getByRole("button", { name: "Send" }).click();
  await expect(chat.body(chat.reply)).toHaveText("Two writers, one after the other.");
});

test("A question in another tab, in the moment in which a reply has ended, is asked", async ({
  chat,
  ollama,
  page,
}) => {
  ollama.script(scenarios.paused);
  await page.evaluate(letGoLate);
  await chat.ask("Shared");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  const second = new ChatPage(await page.context().newPage(), chat.url);
  await second.page.goto(page.url());
  await expect(second.reply).toHaveAttribute("data-status", "streaming");
  await second.composer.fill("And then?");
  ollama.release();
  await expect(second.reply).toHaveAttribute("data-status", "done");
  ollama.script(says("Then this."));
  await second.send.click();
  await expect(second.body(second.reply)).toHaveText("Then this.");
  await expect(chat.body(chat.reply)).toHaveText("Then this.");
});

/** Has a lock end a second after it was let go of. */
function letGoLate() {
  const request = navigator.locks.request.bind(navigator.locks) as (...given: unknown[]) => unknown;
  const late = (name: string, options: LockOptions, act: (lock: Lock | null) => unknown) =>
    request(name, options, async (lock: Lock | null) => {
      await act(lock);
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });
  Object.assign(navigator.locks, { request: late });
}

test("What is open in one conversation closes when I go to another, where I can write at once", async ({
  chat,
  page,
}) => {
  await chat.ask("First");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  for (const name of [/^Model /, "Parameters"]) {
    await page.getByRole("button", { name }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Control+Shift+o");
    await expect(page).toHaveURL(/#\/$/);
    await expect(dialog).toHaveCount(0);
    await expect(chat.composer).toBeFocused();
    await page.goBack();
    await expect(chat.replies).toHaveCount(1);
    await expect(dialog).toHaveCount(0);
  }
});

for (const [what, address] of [
  ["An unknown address", "#/c/nothing-here"],
  ["An address with a broken escape", "#/c/%E0%A4%A"],
] as const) {
  test(`${what} says so and offers a new conversation`, async ({ chat, page }) => {
    await chat.open(address);
    await expect(page.getByText("There is no such conversation here")).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: "New conversation" }).click();
    await expect(chat.composer).toBeFocused();
  });
}

test("Without a database the app says so and goes on", async ({ chat, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "indexedDB", {
      value: {
        open() {
          throw new DOMException("denied", "SecurityError");
        },
      },
    });
  });
  await page.reload();
  await chat.ask("In memory only");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(page.getByRole("alert").filter({ hasText: /kept|memory|saved/i })).toBeVisible();
  await expect(page.getByRole("button", { name: "Export all" })).toBeVisible();
});

test("When the storage is full the app says so, keeps everything on screen, and offers the export", async ({
  chat,
  page,
}) => {
  await chat.ask("Before it is full");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await page.evaluate(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  await chat.ask("After it is full");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await expect(chat.questions).toHaveCount(2);
  await expect(page.getByRole("alert").filter({ hasText: /full/i })).toBeVisible();
  await expect(page.getByRole("button", { name: "Export all" })).toBeVisible();
});
