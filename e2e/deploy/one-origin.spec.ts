import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { RunningNginx } from "./nginx.ts";
import { ChatPage } from "../pages/chat-page.ts";
import { scenarios } from "../support/scenarios.ts";
import { expect, test } from "../support/test.ts";
import { startNginx } from "./nginx.ts";
import { ask, askUnder, launchOptions, publicName } from "./places.ts";

const form = "deploy/nginx/one-origin.conf";
const config = { servers: [{ name: "Team", url: "/ollama", kind: "ollama" }] };

test.use({ launchOptions });

function start(port: number, more: { edits?: [string, string][]; settings?: Record<string, string> } = {}) {
  return startNginx({
    form,
    files: { "config.json": config },
    settings: more.settings ?? {},
    edits: [
      ["127.0.0.1:11434", `127.0.0.1:${port}`],
      ["server_name candor.example;", `server_name ${publicName} localhost 127.0.0.1;`],
      ...(more.edits ?? []),
    ],
  });
}

const seen = (nginx: RunningNginx) => `http://${publicName}:${nginx.port}`;

test("At one address nothing has to be allowed, and a reply is shown while it is written", async ({
  page,
  ollama,
}) => {
  const nginx = await start(ollama.port);
  const chat = new ChatPage(page, seen(nginx));
  ollama.script(scenarios.paused);
  await chat.open();
  await expect(chat.connection).toHaveAccessibleName(/connected/);
  await chat.ask("Hi");
  await expect(chat.body(chat.reply)).toHaveText("One two three");
  await expect(chat.reply).toHaveAttribute("data-status", "streaming");
  ollama.release();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  const [request] = ollama.requestsTo("/v1/chat/completions");
  expect(request?.headers["host"]).toBe("localhost:11434");
  expect(request?.headers["origin"]).toBeUndefined();
  await nginx.close();
});

test("A page of another site is refused, as Ollama would refuse it", async ({ ollama }) => {
  const nginx = await start(ollama.port);
  const base = `${nginx.url}/ollama`;
  for (const origin of ["https://elsewhere.example", "null", `http://localhost:${nginx.port + 1}`]) {
    const refused = await ask(base, "Hi", { Origin: origin });
    expect([origin, refused.status]).toEqual([origin, 403]);
    expect(await refused.json()).toEqual({ error: expect.stringContaining("only the pages") });
    expect(refused.headers.get("access-control-allow-origin")).toBeNull();
  }
  expect(ollama.requestsTo("/v1/chat/completions")).toEqual([]);
  for (const headers of [{}, { Origin: `http://localhost:${nginx.port}` }]) {
    const answer = await ask(base, "Hi", headers);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("[DONE]");
  }
  await nginx.close();
});

test("Who was led here by another name gets nothing of the app or of Ollama", async ({ ollama }) => {
  const nginx = await start(ollama.port);
  for (const path of ["/", "/config.json", "/ollama/api/tags"]) {
    const { status, text } = await askUnder("elsewhere.example", nginx.port, path);
    expect([path, status]).toEqual([path, 421]);
    expect(text).toContain("No site of this name is here");
  }
  expect(ollama.requests).toEqual([]);
  expect((await askUnder(publicName, nginx.port, "/ollama/api/tags")).status).toBe(200);
  await nginx.close();
});

test("Stop reaches the server, and a page on plain http says that it needs its host", async ({
  page,
  ollama,
}) => {
  const nginx = await start(ollama.port);
  const chat = new ChatPage(page, seen(nginx));
  const asked = () => ollama.requestsTo("/v1/chat/completions");
  for (const [index, scenario] of [scenarios.paused, scenarios.pausedBeforeFirst].entries()) {
    ollama.script(scenario);
    await chat.open();
    await chat.ask("Hi");
    await expect.poll(() => asked().length).toBe(index + 1);
    expect(asked()[index]?.aborted).toBe(false);
    await chat.stop.click();
    await expect(chat.reply).toHaveAttribute("data-status", "stopped");
    await expect.poll(() => asked()[index]?.aborted).toBe(true);
  }
  await chat.open("#/settings/about");
  await expect(page.getByText("Browsers keep an app’s files only from https:// addresses")).toBeVisible();
  await nginx.close();
});

test("A model file of fifty megabytes arrives whole, and on the way, not after it", async ({ ollama }) => {
  const nginx = await start(ollama.port);
  const content = randomBytes(50_000_000);
  const digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  const created = await fetch(`${nginx.url}/ollama/api/blobs/${digest}`, { method: "POST", body: content });
  expect(created.status).toBe(201);
  const known = await fetch(`${nginx.url}/ollama/api/blobs/${digest}`, { method: "HEAD" });
  expect(known.status).toBe(200);
  await nginx.close();

  let arrived = () => {};
  const begun = new Promise<void>((done) => void (arrived = done));
  const receiver = createServer((request, response) => {
    request.once("data", arrived).on("end", () => response.writeHead(201).end());
    request.resume();
  });
  await new Promise<void>((done) => void receiver.listen(0, "127.0.0.1", done));
  const direct = await start((receiver.address() as AddressInfo).port);
  const body = (async function* () {
    yield content.subarray(0, 1_000_000);
    await begun;
    yield content.subarray(1_000_000, 2_000_000);
  })();
  // Node alone has it; browsers send a Blob.
  const options: RequestInit & { duplex: "half" } = {
    method: "POST",
    body: Readable.toWeb(Readable.from(body)) as ReadableStream<Uint8Array>,
    duplex: "half",
  };
  expect((await fetch(`${direct.url}/ollama/api/blobs/${digest}`, options)).status).toBe(201);
  await direct.close();
  receiver.close();
});

test.describe("with names and passwords", () => {
  test.use({ httpCredentials: { username: "ann", password: "an open secret" } });

  test("who has logged in talks to Ollama, which is not told the password", async ({ page, ollama }) => {
    const hash = execFileSync("openssl", ["passwd", "-apr1", "an open secret"], { encoding: "utf8" });
    const nginx = await start(ollama.port, {
      settings: { "candor.htpasswd": `ann:${hash}` },
      edits: [
        ["#auth_basic ", "auth_basic "],
        ["#auth_basic_user_file ", "auth_basic_user_file "],
      ],
    });
    for (const path of ["/", "/config.json", "/ollama/api/tags"])
      expect([path, (await fetch(nginx.url + path)).status]).toEqual([path, 401]);
    expect(ollama.requests).toEqual([]);
    const chat = new ChatPage(page, seen(nginx));
    await chat.open();
    await chat.ask("Hi");
    await expect(chat.reply).toHaveAttribute("data-status", "done");
    for (const { headers } of ollama.requests) expect(headers["authorization"]).toBeUndefined();
    await nginx.close();
  });
});

test("With a login service, who is not logged in is sent there, and a login that runs out is told", async ({
  page,
  ollama,
  context,
}) => {
  const login = createServer((request, response) => {
    const isKnown = request.headers.cookie?.includes("session=yes") ?? false;
    if (request.url?.startsWith("/oauth2/auth")) return void response.writeHead(isKnown ? 202 : 401).end();
    const back = new URL(request.url ?? "/", "http://login").searchParams.get("rd") ?? "/";
    response.writeHead(302, { Location: back, "Set-Cookie": "session=yes; Path=/; HttpOnly" }).end();
  });
  await new Promise<void>((done) => void login.listen(0, "127.0.0.1", done));
  const nginx = await start(ollama.port, {
    edits: [
      ["#include snippets/candor-login.conf;", "include snippets/candor-login.conf;"],
      ["127.0.0.1:4180", `127.0.0.1:${(login.address() as AddressInfo).port}`],
    ],
  });
  const chat = new ChatPage(page, seen(nginx));
  await chat.open();
  await chat.ask("Hi");
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  for (const { headers } of ollama.requests) expect(headers["cookie"]).toBeUndefined();

  await context.clearCookies();
  await chat.ask("And now?");
  await expect(chat.reply).toHaveAttribute("data-status", "failed");
  const address = `${seen(nginx)}/oauth2/start`;
  await expect(chat.reply.getByRole("alert")).toContainText(`the login has run out: open ${address} to`);
  const conversation = page.url();
  await page.goto(address);
  await page.goto(conversation);
  await chat.reply.getByRole("button", { name: "Retry" }).click();
  await expect(chat.reply).toHaveAttribute("data-status", "done");
  await nginx.close();
  login.close();
});
