import { afterEach, expect, test, vi } from "vitest";
import { fetchAccount } from "./account.ts";

const server = "http://localhost:11434";

function answer(status: number, body: unknown): void {
  vi.stubGlobal("fetch", () => Promise.resolve(Response.json(body, { status })));
}

afterEach(() => vi.unstubAllGlobals());

test("an account is asked for without a body", async () => {
  const ask = vi.fn<typeof fetch>(() =>
    Promise.resolve(Response.json({ id: "1", name: "anna", plan: "free" })),
  );
  vi.stubGlobal("fetch", ask);
  expect(await fetchAccount(server)).toEqual({ status: "signed-in", name: "anna" });
  expect(ask.mock.calls[0]?.[0]).toBe(`${server}/api/me`);
  expect(ask.mock.calls[0]?.[1]).toMatchObject({ method: "POST" });
  expect(ask.mock.calls[0]?.[1]?.body).toBeUndefined();
});

test("a refusal carries where to sign in, if that is a safe address", async () => {
  const signinUrl = "https://ollama.com/connect?name=host&key=abc";
  answer(401, { error: "unauthorized", signin_url: signinUrl });
  expect(await fetchAccount(server)).toEqual({ status: "signed-out", signinUrl });
  answer(401, { error: "unauthorized", signin_url: "http://ollama.com/connect" });
  expect(await fetchAccount(server)).toEqual({ status: "signed-out" });
  answer(401, { error: "unauthorized" });
  expect(await fetchAccount(server)).toEqual({ status: "signed-out" });
});

test("a server without a way to ollama.com says so; a proxy's 503 is another thing", async () => {
  answer(503, { error: "account unavailable" });
  expect(await fetchAccount(server)).toEqual({ status: "offline" });
  answer(503, { error: "no upstream" });
  await expect(fetchAccount(server)).rejects.toMatchObject({ error: { kind: "http", status: 503 } });
});

test("an answer that names nobody is no account", async () => {
  answer(200, { id: "1" });
  await expect(fetchAccount(server)).rejects.toMatchObject({ error: { kind: "malformed" } });
});
