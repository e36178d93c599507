import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { ChatPage } from "../pages/chat-page.ts";
import { type FakeOllama, startFakeOllama } from "../support/fake-ollama.ts";
import { scenarios } from "../support/scenarios.ts";
import { expect, test as base } from "../support/test.ts";
import { type RunningNginx, startNginx } from "./nginx.ts";
import { ask } from "./places.ts";

const asks = "/v1/chat/completions";

const editsFor = (machines: readonly FakeOllama[]) =>
  machines.map(({ port }, at) => [`10.0.0.1${at + 1}:11434`, `127.0.0.1:${port}`] satisfies [string, string]);

const test = base.extend<{ machines: readonly FakeOllama[]; nginx: RunningNginx }>({
  // Playwright reads the names of fixtures from the first parameter's pattern.
  machines: async ({}, use) => {
    const machines = await Promise.all([1, 2, 3].map(() => startFakeOllama()));
    await use(machines);
    await Promise.all(machines.map((machine) => machine.close()));
  },
  nginx: async ({ machines }, use) => {
    const nginx = await startNginx({
      form: "deploy/nginx/many-machines.conf",
      files: { "config.json": readFileSync("deploy/nginx/many-machines.config.json", "utf8") },
      edits: [...editsFor(machines), ["fail_timeout=10s", "fail_timeout=1s"]],
    });
    await use(nginx);
    await nginx.close();
  },
});

const countOf = (machines: readonly FakeOllama[], path: string) =>
  machines.map((machine) => machine.requestsTo(path).length);

test("The machine with the fewest replies gets the next question", async ({ machines, nginx }) => {
  for (const machine of machines) machine.script(scenarios.paused);
  const answers = [];
  for (const machine of machines) {
    answers.push(ask(`${nginx.url}/ollama`, "Hi"));
    const waiting = answers.length;
    await expect.poll(() => machines.reduce((sum, { paused }) => sum + paused, 0)).toBe(waiting);
    expect(machine.paused).toBeLessThan(2);
  }
  expect(countOf(machines, asks)).toEqual([1, 1, 1]);
  for (const machine of machines) machine.release();
  for (const answer of answers) expect(await (await answer).text()).toContain("[DONE]");
});

test("A machine dies: no question is lost that it had not taken, and what it had is asked nowhere else", async ({
  machines,
  nginx,
}) => {
  const [dying, ...others] = machines;
  if (dying === undefined) throw new Error("no machine");
  for (const machine of machines) machine.script(scenarios.pausedBeforeFirst);
  const waiting = machines.map(() => ask(`${nginx.url}/ollama`, "Asked before"));
  await expect.poll(() => machines.map(({ paused }) => paused)).toEqual([1, 1, 1]);
  await dying.close();
  const later = Array.from({ length: 20 }, () => ask(`${nginx.url}/ollama`, "Asked after"));
  for (const machine of others) machine.release();
  const statuses = await Promise.all(waiting.map(async (answer) => (await answer).status));
  // Nobody can know how far it had come.
  expect(statuses.toSorted()).toEqual([200, 200, 502]);
  for (const answer of later) {
    expect((await answer).status).toBe(200);
    expect(await (await answer).text()).toContain("[DONE]");
  }
  const asked = others.flatMap((machine) => machine.requestsTo(asks)).map(({ body }) => JSON.stringify(body));
  expect(asked.filter((body) => body.includes("Asked before"))).toHaveLength(2);
  expect(asked.filter((body) => body.includes("Asked after"))).toHaveLength(20);

  const before = dying.requestsTo(asks).length;
  await dying.restart();
  await expect
    .poll(async () => {
      await (await ask(`${nginx.url}/ollama`, "Is it back?")).text();
      return dying.requestsTo(asks).length;
    })
    .toBeGreaterThan(before);
});

test("A machine dies in mid-reply: the app says so, keeps the words, and asks another machine", async ({
  page,
  machines,
  nginx,
}) => {
  const chat = new ChatPage(page, nginx.url);
  await chat.open();
  await expect(chat.connection).toHaveAccessibleName(/connected/);
  for (const machine of machines) machine.script(scenarios.paused);
  await chat.ask("Count to five");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  const busy = machines.find(({ paused }) => paused === 1);
  for (const machine of machines) machine.unscript();
  await busy?.close();
  await expect(chat.reply).toHaveAttribute("data-status", "interrupted");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await chat.reply.getByRole("alert").getByRole("button", { name: "Retry" }).click();
  await expect(chat.body(chat.reply)).toContainText("How can I help");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await chat.reply.getByRole("button", { name: "Previous version" }).click();
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  expect(busy?.requestsTo(asks)).toHaveLength(1);
});

test("A machine dies before the first word: the app says so, and Retry asks another one", async ({
  page,
  machines,
  nginx,
}) => {
  const chat = new ChatPage(page, nginx.url);
  await chat.open();
  await expect(chat.connection).toHaveAccessibleName(/connected/);
  for (const machine of machines) machine.script(scenarios.pausedBeforeFirst);
  await chat.ask("Are you there?");
  await expect.poll(() => machines.map(({ paused }) => paused).toSorted()).toEqual([0, 0, 1]);
  const busy = machines.find(({ paused }) => paused === 1);
  for (const machine of machines) machine.unscript();
  await busy?.close();
  await expect(chat.reply).toHaveAttribute("data-status", "failed");
  await expect(chat.reply.getByRole("alert")).toContainText("(502)");
  await expect(chat.body(chat.questions.last())).toHaveText("Are you there?");
  await chat.reply.getByRole("alert").getByRole("button", { name: "Retry" }).click();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  expect(countOf(machines, asks).reduce((sum, count) => sum + count)).toBe(2);
});

test("By rule, the app itself asks another machine where one dies before the first word", async ({
  page,
  machines,
  nginx,
}) => {
  const chat = new ChatPage(page, nginx.url);
  await chat.open();
  const menu = page.getByRole("button", { name: /^Server: / });
  await menu.click();
  await page.getByRole("menuitemradio", { name: /^By rule/ }).click();
  await expect(menu).toHaveAttribute("aria-label", /by rule/);
  for (const machine of machines) machine.script(scenarios.pausedBeforeFirst);
  await chat.ask("Are you there?");
  await expect.poll(() => machines.map(({ paused }) => paused).toSorted()).toEqual([0, 0, 1]);
  const busy = machines.find(({ paused }) => paused === 1);
  for (const machine of machines) machine.unscript();
  await busy?.close();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  // At the shared address, and perhaps at its own one too.
  await expect(chat.reply.locator('[data-part="tried"]').first()).toBeVisible();
  expect(busy?.requestsTo(asks)).toHaveLength(1);
});

test("A path keeps its escapes, and a query goes along", async ({ machines, nginx }) => {
  const answer = await fetch(`${nginx.url}/ollama/v1/models/no%20such%3Fmodel?deep=yes`);
  expect(answer.status).toBe(404);
  expect(machines.flatMap(({ requests }) => requests.map(({ path }) => path))).toEqual([
    "/v1/models/no%20such%3Fmodel",
  ]);
});

test("What belongs to one machine is asked at its own address, and nothing is asked twice", async ({
  machines,
  nginx,
}) => {
  for (const machine of machines) machine.script(scenarios.queueFull);
  expect((await ask(`${nginx.url}/ollama`, "Hi")).status).toBe(503);
  expect(countOf(machines, asks).toSorted()).toEqual([0, 0, 1]);
  const before = machines.flatMap(({ requests }) => requests).length;
  const change = { method: "POST", body: JSON.stringify({ model: "llama3.2:latest" }) };
  for (const [path, init] of [
    ["api/ps", {}],
    ["api/pull", change],
    ["api/delete", { ...change, method: "DELETE" }],
    ["api/blobs/sha256:0", { method: "HEAD" }],
  ] as const) {
    const refused = await fetch(`${nginx.url}/ollama/${path}`, init);
    expect([path, refused.status]).toEqual([path, 404]);
    if (path !== "api/blobs/sha256:0")
      expect(await refused.json()).toEqual({ error: expect.stringContaining("one machine") });
  }
  expect(machines.flatMap(({ requests }) => requests)).toHaveLength(before);

  const deleted = await fetch(`${nginx.url}/machines/two/api/delete`, { ...change, method: "DELETE" });
  expect(deleted.status).toBe(200);
  expect(countOf(machines, "/api/delete")).toEqual([0, 1, 0]);
  await machines[2]?.close();
  const failed = await fetch(`${nginx.url}/machines/three/api/pull`, change);
  expect(failed.status).toBe(502);
  expect(countOf(machines, "/api/pull")).toEqual([0, 0, 0]);
});

test("The machines one by one can have passwords of their own", async ({ machines }) => {
  const hash = execFileSync("openssl", ["passwd", "-apr1", "a keeper's"], { encoding: "utf8" });
  const nginx = await startNginx({
    form: "deploy/nginx/many-machines.conf",
    settings: { "candor-keepers.htpasswd": `kim:${hash}` },
    edits: [
      ...editsFor(machines),
      ['#auth_basic "Candor, machines";', 'auth_basic "Candor, machines";'],
      ["#auth_basic_user_file /etc/nginx/candor-keepers", "auth_basic_user_file /etc/nginx/candor-keepers"],
    ],
  });
  const status = async (path: string, headers = {}) =>
    (await fetch(`${nginx.url}${path}/api/version`, { headers })).status;
  const known = { Authorization: `Basic ${Buffer.from("kim:a keeper's").toString("base64")}` };
  expect(await status("/ollama")).toBe(200);
  for (const name of ["one", "two", "three"]) {
    expect([name, await status(`/machines/${name}`)]).toEqual([name, 401]);
    expect([name, await status(`/machines/${name}`, known)]).toEqual([name, 200]);
  }
  for (const { requests } of machines)
    for (const { headers } of requests) expect(headers["authorization"]).toBeUndefined();
  await nginx.close();
});
