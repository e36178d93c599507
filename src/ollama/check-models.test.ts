import { afterEach, expect, test, vi } from "vitest";
import { setAccess } from "./access.ts";
import { checkModels } from "./check-models.ts";

const server = "http://gateway.test";

afterEach(() => {
  vi.unstubAllGlobals();
  setAccess(server, {});
});

type Answer = Response | "unreadable";

/** A server as a page sees it: what each path answers, without and with the server's own headers. */
function serve(answers: (path: string, names: readonly string[]) => Answer): void {
  vi.stubGlobal("fetch", (url: string, init: RequestInit) => {
    const answer = answers(new URL(url).pathname, Object.keys(init.headers ?? {}));
    return answer === "unreadable" ? Promise.reject(new TypeError("whatever")) : Promise.resolve(answer);
  });
}

const check = () => checkModels(server, new AbortController().signal, 1000);
const list = () => Response.json({ object: "list", data: [] });
const status = (code: number) => new Response("{}", { status: code });

test("a list is a connection; a refusal of who asks is told with its status", async () => {
  serve(list);
  expect(await check()).toEqual({ kind: "connected", version: "" });
  serve(() => status(401));
  expect(await check()).toEqual({ kind: "needs-key", status: 401, path: "/v1/models" });
  serve(() => status(500));
  expect(await check()).toEqual({ kind: "proxy-down", status: 500, path: "/v1/models" });
  serve(() => status(404));
  expect(await check()).toBeUndefined();
  serve(() => "unreadable");
  expect(await check()).toBeUndefined();
});

test("a refusal without CORS headers is told from silence by what else may be read", async () => {
  serve((path) => (path === "/v1/models" ? "unreadable" : status(404)));
  expect(await check()).toEqual({ kind: "needs-key", path: "/v1/models" });
  setAccess(server, { Authorization: "Bearer wrong" });
  expect(await check()).toEqual({ kind: "needs-key", path: "/v1/models" });
});

test("headers that a preflight refuses are told from a refused key by what may be read without them", async () => {
  setAccess(server, { "X-Team": "a" });
  serve((_, names) => (names.includes("X-Team") ? "unreadable" : list()));
  expect(await check()).toMatchObject({ kind: "header-refused", names: ["X-Team"] });
});
