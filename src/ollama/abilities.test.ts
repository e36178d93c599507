import { afterEach, expect, test, vi } from "vitest";
import { findKind } from "./abilities.ts";

afterEach(() => vi.unstubAllGlobals());

type Answer = { readonly status: number; readonly body: unknown } | "no CORS";

/** A server that has these paths, and something else for all others. */
function serve(
  answers: Readonly<Record<string, Answer>>,
  other: Answer = { status: 404, body: "" },
): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (url: string) => {
    const path = new URL(url).pathname;
    asked.push(path);
    const answer = answers[path] ?? other;
    return answer === "no CORS"
      ? Promise.reject(new TypeError("Failed to fetch"))
      : Promise.resolve(Response.json(answer.body, { status: answer.status }));
  });
  return asked;
}

const find = () => findKind("http://s.test", undefined, 1000);
const list = { status: 200, body: { object: "list", data: [{ id: "m" }] } };
const unauthorised = { status: 401, body: { error: { message: "Incorrect API key provided." } } };

test("a version is Ollama's, and nothing more is asked", async () => {
  const asked = serve({ "/api/version": { status: 200, body: { version: "0.33.0" } }, "/v1/models": list });
  expect(await find()).toBe("ollama");
  expect(asked).toEqual(["/api/version"]);
});

test("a list at /v1/models is OpenAI's, however what is missing is answered", async () => {
  const missing: readonly Answer[] = [
    { status: 404, body: { detail: "Not Found" } },
    { status: 405, body: "" },
    { status: 200, body: { error: "Unexpected endpoint or method." } },
    "no CORS",
  ];
  for (const answer of missing) {
    serve({ "/v1/models": list }, answer);
    expect(await find()).toBe("openai");
    serve({ "/v1/models": unauthorised }, answer);
    expect(await find()).toBe("openai");
  }
});

test("a list that alone may not be read is one that a key is wanted for", async () => {
  serve({ "/v1/models": "no CORS" });
  expect(await find()).toBe("openai");
});

test("where everybody must log in, or nothing answers, or a proxy has nobody behind it, nothing is claimed", async () => {
  serve({}, unauthorised);
  expect(await find()).toBeUndefined();
  serve({}, "no CORS");
  expect(await find()).toBeUndefined();
  serve({ "/v1/models": list }, { status: 502, body: "" });
  expect(await find()).toBeUndefined();
  serve({ "/v1/models": { status: 200, body: "<html>" } });
  expect(await find()).toBeUndefined();
});
