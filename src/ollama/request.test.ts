import { afterEach, expect, test, vi } from "vitest";
import { OllamaFailure } from "#src/core/errors.ts";
import { setAccess } from "./access.ts";
import { ollamaFetch, rawFetch } from "./request.ts";

const server = "http://gateway.test";
const { signal } = new AbortController();

afterEach(() => {
  vi.unstubAllGlobals();
  setAccess(server, {});
});

function serve(answer: () => Response): RequestInit[] {
  const sent: RequestInit[] = [];
  vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
    sent.push(init);
    return Promise.resolve(answer());
  });
  return sent;
}

test("what carries secrets follows no redirect, and what carries none does", async () => {
  const sent = serve(() => new Response(""));
  await rawFetch(server, "/v1/models", {}, signal);
  setAccess(server, { "X-Api-Key": "4711" });
  await rawFetch(server, "/v1/models", {}, signal);
  await rawFetch(server, "/v1/models", {}, signal, true);
  await rawFetch(server, "/v1/models", { redirect: "manual" }, signal);
  expect(sent.map(({ redirect }) => redirect)).toEqual([undefined, "error", undefined, "manual"]);
  expect(sent.map(({ headers }) => headers)).toEqual([
    {},
    { "X-Api-Key": "4711" },
    {},
    { "X-Api-Key": "4711" },
  ]);
});

test("a key that a server repeats in its refusal is not kept", async () => {
  setAccess(server, { Authorization: "Bearer sk-secret-4711", "X-Team": "blue" });
  const error = { message: "Invalid key sk-secret-4711 for blue", type: "auth_error", code: "401" };
  serve(() => Response.json({ error }, { status: 401 }));
  const failure = await ollamaFetch(server, "/v1/models", {}, signal).catch((thrown: unknown) => thrown);
  expect(failure).toBeInstanceOf(OllamaFailure);
  expect((failure as OllamaFailure).error).toEqual({
    kind: "http",
    status: 401,
    message: "Invalid key *** for blue",
  });
});
