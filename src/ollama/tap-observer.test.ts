import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { OllamaFailure } from "#src/core/errors.ts";
import { setAccess } from "./access.ts";
import { readBody } from "./body.ts";
import { ollamaFetch, rawFetch } from "./request.ts";
import { createTap, type SentRequest } from "./tap-observer.ts";
import { tap } from "./tap.ts";

let server: Server;
let url: string;
let answer: (response: ServerResponse) => void;
let log: string[];
let requests: SentRequest[];

const decoder = new TextDecoder();

beforeAll(async () => {
  server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

afterEach(() => {
  tap.listener = undefined;
});

function listen(wants = true): void {
  log = [];
  requests = [];
  tap.listener = createTap((request) => {
    requests.push(request);
    if (!wants) return undefined;
    return {
      answered: (status, _, headers) =>
        log.push(`${status} ${headers.find(([name]) => name === "x-a")?.[1] ?? ""}`.trim()),
      received: (bytes) => log.push(decoder.decode(bytes)),
      ended: () => log.push("ended"),
      stopped: () => log.push("stopped"),
      failed: () => log.push("failed"),
    };
  });
}

const never = new AbortController().signal;

it("tells of a request with its server's headers, and of each piece of the answer, which stays the same", async () => {
  let finish = (): unknown => undefined;
  answer = (response) => {
    response.writeHead(200, { "X-A": "b" });
    response.write("one ");
    finish = () => response.end("two");
  };
  listen();
  setAccess(url, { Authorization: "Bearer k" });
  const init = { method: "POST", headers: { "Content-Type": "text/plain" }, body: "hello" };
  const response = await ollamaFetch(url, "/api/x", init, never);
  setAccess(url, {});
  let text = "";
  for await (const piece of readBody(response, never)) {
    text += piece;
    if (text === "one ") finish();
  }
  expect(text).toBe("one two");
  expect(response.headers.get("x-a")).toBe("b");
  expect(response).toMatchObject({ url: `${url}/api/x`, redirected: false, type: "basic" });
  expect(log).toEqual(["200 b", "one ", "two", "ended"]);
  expect(requests).toMatchObject([
    { server: url, url: `${url}/api/x`, method: "POST", body: "hello", isBlind: false },
  ]);
  expect(Object.fromEntries(requests[0]?.headers ?? [])).toEqual({
    authorization: "Bearer k",
    "content-type": "text/plain",
  });
});

it("tells of an answer without a body, and of a status that is an error", async () => {
  answer = (response) => response.writeHead(404).end("no");
  listen();
  await rawFetch(url, "/", { method: "HEAD" }, never);
  await expect(ollamaFetch(url, "/", {}, never)).rejects.toThrow(OllamaFailure);
  expect(log).toEqual(["404", "ended", "404", "no", "ended"]);
});

it("tells a request that the app aborts from one that fails", async () => {
  answer = () => {};
  listen();
  const abort = new AbortController();
  const asked = rawFetch(url, "/", {}, abort.signal);
  abort.abort();
  await expect(asked).rejects.toThrow();
  await expect(rawFetch("http://127.0.0.1:1", "/", {}, never)).rejects.toThrow(OllamaFailure);
  expect(log).toEqual(["stopped", "failed"]);
});

it("tells an answer that the app leaves off reading, or aborts, from one that breaks", async () => {
  answer = (response) => {
    response.writeHead(200);
    response.write("a");
  };
  listen();
  for await (const _ of readBody(await rawFetch(url, "/", {}, never), never)) break;
  const abort = new AbortController();
  const aborted = readBody(await rawFetch(url, "/", {}, abort.signal), abort.signal);
  await aborted.next();
  abort.abort();
  await expect(aborted.next()).rejects.toThrow();
  const broken = readBody(await rawFetch(url, "/", {}, never), never);
  await broken.next();
  server.closeAllConnections();
  await expect(broken.next()).rejects.toThrow(OllamaFailure);
  expect(log).toEqual(["200", "a", "stopped", "200", "a", "stopped", "200", "a", "failed"]);
});

it("lets pass what nobody wants to see", async () => {
  answer = (response) => response.end("x");
  listen(false);
  expect(await (await rawFetch(url, "/", {}, never)).text()).toBe("x");
  expect(requests).toHaveLength(1);
});

it("lets an answer pass whose status no response can be made with", async () => {
  answer = (response) => {
    response.writeHead(799);
    response.end("odd");
  };
  listen();
  const response = await rawFetch(url, "/", {}, never);
  expect(response.status).toBe(799);
  expect(await response.text()).toBe("odd");
  expect(log).toEqual(["799", "ended"]);
});
