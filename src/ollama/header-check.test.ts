import { afterEach, expect, test, vi } from "vitest";
import { checkHeaders } from "./header-check.ts";

afterEach(() => vi.unstubAllGlobals());

/** A browser in front of a server that allows these headers; paths without an answer fail as those without CORS headers do. */
function serve(allowed: readonly string[], paths: readonly string[] = ["/api/version", "/v1/models"]) {
  const asked: string[][] = [];
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const names = Object.keys(init.headers ?? {});
    asked.push(names);
    const isAllowed = names.every((name) => allowed.includes(name.toLowerCase()));
    return isAllowed && paths.includes(new URL(url).pathname)
      ? Promise.resolve(new Response("", { status: 401 }))
      : Promise.reject(new TypeError("Failed to fetch"));
  });
  return asked;
}

const { signal } = new AbortController();
const headers = { Authorization: "Bearer x", "X-Team": "a", "X-Key": "b" };

test("one request is enough where all headers pass, whatever the status of the answer", async () => {
  const asked = serve(["authorization", "x-team", "x-key"]);
  expect(await checkHeaders("http://s.test", headers, signal)).toEqual({ type: "passed" });
  expect(asked).toHaveLength(1);
});

test("those that the preflight refuses are named, and they alone", async () => {
  serve(["authorization", "x-key"]);
  expect(await checkHeaders("http://s.test", headers, signal)).toEqual({
    type: "refused",
    names: ["X-Team"],
  });
  serve([], ["/v1/models"]);
  expect(await checkHeaders("http://s.test", { "X-Key": "b" }, signal)).toEqual({
    type: "refused",
    names: ["X-Key"],
  });
});

test("of a server that cannot be read at all nothing is said", async () => {
  serve(["x-key"], []);
  expect(await checkHeaders("http://s.test", { "X-Key": "b" }, signal)).toEqual({ type: "unknown" });
});
