import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { answerBody, chatPath, details, goTo, record, recordChat, rows } from "./pages/requests.ts";
import { pullScenarios } from "./support/pull-scenarios.ts";
import { says } from "./support/scenarios.ts";
import { expect, test } from "./support/test.ts";

// Several pages one after the other, each read anew.
test.describe.configure({ timeout: 60_000 });

const programs = {
  curl: ["sh", "-s"],
  Python: ["python3", "-"],
  JavaScript: ["node", "--input-type=module", "-"],
} as const;

test("A request is copied as a program for a shell, for Python and for Node, which sends it again to the letter", async ({
  chat,
  page,
  site,
  ollama,
}) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const question = `It's "me": $HOME \`id\` $(id) \\n %s '' !! {{x}} é漢😀`;
  await recordChat(page, chat, question);
  await rows(page, chatPath).click();
  const [first] = ollama.requestsTo(chatPath);
  for (const [language, program] of Object.entries(programs)) {
    await details(page)
      .getByRole("button", { name: `Copy as ${language}` })
      .click();
    await expect(details(page).getByText(`Copied as ${language}`)).toBeVisible();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toContain(ollama.url + chatPath);
    const before = ollama.requestsTo(chatPath).length;
    expect(await run(program, code)).toContain("data: [DONE]");
    const sent = ollama.requestsTo(chatPath).slice(before);
    expect(sent.map(({ body }) => body)).toEqual([first?.body]);
    // The server is told who asks, as by the page.
    expect(sent[0]?.headers).toMatchObject({ origin: site.url, "content-type": "application/json" });
  }
  expect(JSON.stringify(first?.body)).toContain(JSON.stringify(question).slice(1, -1));
});

async function run([command, ...words]: readonly [string, ...string[]], code: string): Promise<string> {
  const child = spawn(command, words, { stdio: ["pipe", "pipe", "ignore"] });
  let output = "";
  child.stdout.on("data", (bytes: Buffer) => (output += bytes.toString()));
  child.stdin.end(code);
  await once(child, "close");
  return output;
}

test("A replay is the same request again, in an entry of its own", async ({ chat, page, ollama }) => {
  await recordChat(page, chat, "Once more");
  await page.getByRole("button", { name: "Pause recording" }).click();
  await rows(page, chatPath).click();
  const first = ollama.requestsTo(chatPath).length;
  ollama.script(says("Another answer"), { times: 1 });
  await details(page).getByRole("button", { name: "Replay" }).click();
  await expect(rows(page, /replay of #\d+/)).toContainText(chatPath);
  await expect(answerBody(page)).toContainText("Another");
  const bodies = ollama.requestsTo(chatPath).map(({ body }) => body);
  expect(bodies).toHaveLength(first + 1);
  expect(bodies[first]).toEqual(bodies[first - 1]);
  // What it was a replay of is one press away.
  await details(page)
    .getByRole("button", { name: /^replay of #/ })
    .click();
  await expect(details(page)).not.toContainText("replay of");
  await expect(page.getByText("Not recording.", { exact: true })).toBeVisible();
});

test("What changes the server is sent again only when I say so", async ({ chat, page, ollama }) => {
  await expect(chat.modelButton).toBeVisible();
  ollama.scriptPull(pullScenarios.quick, 2);
  await record(page);
  await goTo(page, "#/models");
  await page.getByRole("button", { name: "Pull a model" }).first().click();
  await page.getByRole("textbox", { name: "Model name" }).fill("tiny:1b");
  await page.getByRole("button", { name: "Pull", exact: true }).click();
  await expect.poll(() => ollama.requestsTo("/api/pull").filter(({ ended }) => ended).length).toBe(1);
  await page.keyboard.press("Escape");
  await goTo(page, "#/requests");
  await rows(page, "/api/pull").click();
  await details(page).getByRole("button", { name: "Replay" }).click();
  const question = page.getByRole("dialog", { name: "Send this again?" });
  await expect(question).toContainText("tiny:1b");
  await question.getByRole("button", { name: "Cancel" }).click();
  expect(ollama.requestsTo("/api/pull")).toHaveLength(1);
  await details(page).getByRole("button", { name: "Replay" }).click();
  await question.getByRole("button", { name: "Send again" }).click();
  await expect.poll(() => ollama.requestsTo("/api/pull").length).toBe(2);
  await expect(rows(page, /replay of #\d+/)).toContainText("/api/pull");
});

test.describe("with a key and a header for the server", () => {
  test("neither is anywhere on the page, in a program or in a report", async ({ page, site, ollama }) => {
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    site.setConfig({ servers: [{ name: "Test", url: ollama.url, kind: "ollama" }] });
    const keys = { apiKey: "hunter2-secret", headers: [{ name: "X-Requested-With", value: "blue-team-7" }] };
    await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [
      "candor.server-keys",
      JSON.stringify({ [ollama.url]: keys }),
    ] as const);
    await page.goto(`${site.url}/#/requests`);
    await expect(page.getByText("Recording.", { exact: true })).toBeVisible();
    await goTo(page, "#/models");
    await expect
      .poll(() => ollama.requestsTo("/api/tags").at(-1)?.headers)
      .toMatchObject({
        authorization: "Bearer hunter2-secret",
        "x-requested-with": "blue-team-7",
      });
    await goTo(page, "#/requests");
    await rows(page, /\/api\//)
      .first()
      .click();
    const headers = details(page).getByRole("table", { name: "Headers of the request" });
    await expect(headers.getByRole("row", { name: /^authorization/ })).toContainText("Bearer ***");
    await expect(headers.getByRole("row", { name: /^x-requested-with/ })).toContainText("***");
    await details(page).getByRole("button", { name: "Copy as curl" }).click();
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain("'authorization: Bearer ***'");
    await page.getByRole("button", { name: "Bug report" }).click();
    const dialog = page.getByRole("dialog", { name: "Bug report" });
    await dialog.getByRole("radio", { name: /^all/ }).check({ force: true });
    await dialog.getByRole("button", { name: "Copy", exact: true }).click();
    await expect.poll(copied).toContain("authorization: Bearer ***");
    for (const text of [await copied(), await page.content()]) {
      expect(text).not.toContain("hunter2");
      expect(text).not.toContain("blue-team");
    }
  });
});

test("A report shows what it contains, and saves just that", async ({ chat, page, ollama }) => {
  await recordChat(page, chat, "A private question");
  await rows(page, chatPath).click();
  await page.getByRole("button", { name: "Bug report" }).click();
  const dialog = page.getByRole("dialog", { name: "Bug report" });
  const preview = dialog.getByRole("region", { name: "What it contains" });
  await expect(preview).toContainText("A private question");
  await expect(preview).toContainText(`Server: ${ollama.url}`);
  await expect(preview).toContainText("connected");
  await dialog.getByRole("textbox", { name: /What went wrong/ }).fill("It is too slow.");
  await expect(preview).toContainText("It is too slow.");
  await dialog.getByRole("checkbox", { name: /With the bodies/ }).uncheck();
  await expect(preview).not.toContainText("A private question");
  await dialog.getByRole("radio", { name: "JSON" }).check({ force: true });
  await expect(preview).toContainText('"format": "candor.requests"');
  const shown = await preview.innerText();
  const downloading = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save report" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^candor-report-.*\.json$/);
  const saved = JSON.parse(await readFile(await download.path(), "utf8")) as Record<string, unknown>;
  expect(saved).toEqual(JSON.parse(shown));
  expect(saved).toMatchObject({ format: "candor.requests", version: 1, note: "It is too slow." });
  expect(saved["exchanges"]).toHaveLength(1);
  await details(page).getByRole("button", { name: "Close details" }).click();
  await page.getByRole("button", { name: "Bug report" }).click();
  await expect(dialog.getByRole("radio", { name: /^all/ })).toBeChecked();
  await page.keyboard.press("Escape");
  await page.getByRole("combobox", { name: "Kind" }).selectOption("Chat");
  await page.getByRole("button", { name: "Bug report" }).click();
  await expect(dialog.getByRole("radio", { name: "the 1 of the filter" })).toBeChecked();
});
