import { readFileSync } from "node:fs";
import { ChatPage } from "../pages/chat-page.ts";
import { type FakeOllama, startFakeOllama } from "../support/fake-ollama.ts";
import { scenarios } from "../support/scenarios.ts";
import { expect, test as base } from "../support/test.ts";
import { type RunningNginx, startNginx } from "./nginx.ts";
import { ask } from "./places.ts";

const asks = "/v1/chat/completions";

const test = base.extend<{ machines: readonly FakeOllama[]; nginx: RunningNginx }>({
  // Playwright reads the names of fixtures from the first parameter's pattern.
  // oxlint-disable-next-line no-empty-pattern
  machines: async ({}, use) => {
    const machines = await Promise.all([1, 2, 3].map(() => startFakeOllama()));
    await use(machines);
    await Promise.all(machines.map((machine) => machine.close()));
  },
  nginx: async ({ machines }, use) => {
    const nginx = await startNginx({
      form: "deploy/nginx/many-machines.conf",
      files: { "config.json": readFileSync("deploy/nginx/many-machines.config.json", "utf8") },
      edits: [
        ...machines.map(
          ({ port }, at) => [`10.0.0.1${at + 1}:11434`, `127.0.0.1:${port}`] satisfies [string, string],
        ),
        ["fail_timeout=10s", "fail_timeout=1s"],
      ],
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

test("A machine dies: no question is lost whose reply had not begun", async ({ machines, nginx }) => {
  const [dying, ...others] = machines;
  if (dying === undefined) throw new Error("no machine");
  for (const machine of machines) machine.script(scenarios.pausedBeforeFirst);
  const waiting = machines.map(() => ask(`${nginx.url}/ollama`, "Asked before"));
  await expect.poll(() => machines.map(({ paused }) => paused)).toEqual([1, 1, 1]);
  await dying.close();
  const later = Array.from({ length: 20 }, () => ask(`${nginx.url}/ollama`, "Asked after"));
  for (const machine of others) machine.release();
  for (const answer of [...waiting, ...later]) {
    expect((await answer).status).toBe(200);
    expect(await (await answer).text()).toContain("[DONE]");
  }
  expect(countOf(others, asks).reduce((sum, count) => sum + count)).toBe(3 - 1 + 1 + 20);

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

test("A machine that is full passes the question on", async ({ machines, nginx }) => {
  for (const machine of machines.slice(0, 2)) machine.script(scenarios.queueFull);
  const answer = await ask(`${nginx.url}/ollama`, "Hi");
  expect(answer.status).toBe(200);
  expect(await answer.text()).toContain("[DONE]");
});

test("What belongs to one machine is asked at its own address, and is never asked twice", async ({
  machines,
  nginx,
}) => {
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
  expect(machines.flatMap(({ requests }) => requests)).toEqual([]);

  const deleted = await fetch(`${nginx.url}/machines/two/api/delete`, { ...change, method: "DELETE" });
  expect(deleted.status).toBe(200);
  expect(countOf(machines, "/api/delete")).toEqual([0, 1, 0]);
  await machines[2]?.close();
  const failed = await fetch(`${nginx.url}/machines/three/api/pull`, change);
  expect(failed.status).toBe(502);
  expect(countOf(machines, "/api/pull")).toEqual([0, 0, 0]);
});
