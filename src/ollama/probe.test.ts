import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Page } from "#src/core/connection/probes.ts";
import { setAccess } from "./access.ts";
import { checkVersion, diagnoseServer } from "./probe.ts";

const page: Page = { origin: "http://192.168.1.9:8080", isSecure: false, kind: "private" };
const url = "http://localhost:11434";
const signal = new AbortController().signal;

beforeEach(() => vi.stubGlobal("navigator", { onLine: true }));
afterEach(() => {
  vi.unstubAllGlobals();
  setAccess(url, {});
});

type Request = {
  readonly url: string;
  readonly path: string;
  readonly isBlind: boolean;
  readonly headers: readonly string[];
};
type Reaction = Response | "opaque" | "fails";

/** A network in which each request meets what is said of it; and the requests that were made. */
function network(react: (request: Request) => Reaction) {
  const asked: Request[] = [];
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => {
    const request = {
      url: new URL(address).origin,
      path: new URL(address).pathname,
      isBlind: init.mode === "no-cors",
      headers: Object.keys((init.headers as Record<string, string> | undefined) ?? {}),
    };
    asked.push(request);
    const reaction = react(request);
    if (reaction === "fails") return Promise.reject(new TypeError("whatever a browser says"));
    if (reaction === "opaque") return Promise.resolve({ type: "opaque", status: 0 });
    return Promise.resolve(reaction);
  });
  return asked;
}

const version = () => Response.json({ version: "0.33.0" });
const nothing = (): Reaction => "fails";

describe("diagnosing a server", () => {
  it("verifies that writes pass", async () => {
    const asked = network(({ path }) =>
      path === "/api/version" ? version() : new Response("{}", { status: 400 }),
    );
    expect(await diagnoseServer("localhost", signal, page)).toMatchObject({
      kind: "connected",
      version: "0.33.0",
    });
    expect(asked.map(({ path }) => path)).toEqual(["/api/version", "/api/show"]);
    network(({ path }) => (path === "/api/version" ? version() : "fails"));
    expect(await diagnoseServer("localhost", signal, page)).toMatchObject({ kind: "writes-blocked" });
  });

  it("tells a refused origin from a server that is down", async () => {
    network(({ isBlind }) => (isBlind ? "opaque" : "fails"));
    expect(await diagnoseServer("localhost", signal, page)).toMatchObject({
      kind: "origin-refused",
      origin: page.origin,
    });
    network(nothing);
    expect(await diagnoseServer("localhost", signal, page)).toMatchObject({ kind: "unreachable" });
  });

  it("comes to an end with a server that answers by turns", async () => {
    let turn = 0;
    const asked = network(({ url: to, path, isBlind }) => {
      if (isBlind) return "opaque";
      if (to !== url || path !== "/api/version") return "fails";
      turn += 1;
      if (turn > 50) throw new Error("asked without end");
      return turn % 3 === 0 ? version() : "fails";
    });
    await diagnoseServer("localhost", signal, page);
    expect(asked.length).toBeLessThan(30);
  });

  it("blames no server that begins to answer while it is looked at", async () => {
    let isUp = false;
    network(({ path, isBlind }) => {
      if (path === "/api/version") return isUp ? version() : "fails";
      isUp ||= isBlind;
      return isBlind ? "opaque" : new Response("{}", { status: 400 });
    });
    expect(await diagnoseServer(url, signal, page)).toMatchObject({ kind: "connected" });
  });

  it("looks under the other names of this computer, and at Ollama's own port", async () => {
    const asked = network((request) => (request.url === "http://127.0.0.1:8080" ? version() : "fails"));
    expect(await diagnoseServer("http://localhost:8080", signal, page)).toMatchObject({
      kind: "unreachable",
      causes: [{ kind: "address-family", certainty: "certain", works: "http://127.0.0.1:8080" }],
    });
    expect(
      new Set(asked.filter(({ path }) => path === "/api/version").map((request) => request.url)),
    ).toEqual(
      new Set([
        "http://localhost:8080",
        "http://127.0.0.1:8080",
        "http://[::1]:8080",
        "http://localhost:11434",
        "https://localhost:8080",
      ]),
    );
  });

  it("looks what else answers", async () => {
    network(({ path }) =>
      path === "/v1/models"
        ? Response.json({ data: [{ owned_by: "vllm" }] })
        : new Response("no", { status: 404 }),
    );
    expect(await diagnoseServer("http://localhost:8000", signal, page)).toMatchObject({
      kind: "not-ollama",
      causes: [{ kind: "other-program", program: { kind: "openai", name: "vLLM" } }],
    });
  });

  it("finds the header that is not allowed by sending each alone, and writes no value of it down", async () => {
    setAccess(url, { Authorization: "Bearer secret", "X-Team": "hidden" });
    network(({ headers, isBlind }) => {
      if (isBlind) return "opaque";
      return headers.includes("X-Team") ? "fails" : version();
    });
    const finding = await diagnoseServer(url, signal, page);
    expect(finding).toMatchObject({ kind: "header-refused", names: ["X-Team"] });
    expect(JSON.stringify(finding)).not.toMatch(/secret|hidden/);
  });

  it("sends a server's key to no other address", async () => {
    setAccess(url, { Authorization: "Bearer secret" });
    const asked = network(nothing);
    await diagnoseServer(url, signal, page);
    expect(asked.filter((request) => request.headers.length > 0 && request.url !== url)).toEqual([]);
    expect(asked.some((request) => request.headers.includes("Authorization"))).toBe(true);
  });

  it("asks the browser's permission by any name that it knows", async () => {
    network(nothing);
    const names: string[] = [];
    vi.stubGlobal("navigator", {
      onLine: true,
      permissions: {
        query: ({ name }: { name: string }) => {
          names.push(name);
          return name === "local-network-access"
            ? Promise.resolve({ state: "denied" })
            : Promise.reject(new TypeError());
        },
      },
    });
    const far: Page = { origin: "https://app.example", isSecure: true, kind: "public" };
    expect(await diagnoseServer("192.168.1.5", signal, far)).toMatchObject({
      kind: "blocked-by-browser",
      permission: "denied",
    });
    expect(new Set(names)).toEqual(new Set(["local-network", "local-network-access"]));
  });

  it.each([
    [
      "local",
      "http://192.168.1.5:11434",
      ["local-only", "server-down", "wrong-address", "firewall", "extension"],
    ],
    ["loopback", "http://localhost:11434", ["server-down", "wrong-address", "extension"]],
    ["public", "http://192.168.1.5:11434", ["page-insecure"]],
  ])("measures how near a page with a name of the internet is: %s", async (space, server, causes) => {
    const origin = "http://chat.corp.example";
    vi.stubGlobal("fetch", (address: string, init: RequestInit) =>
      address.startsWith(origin) && Reflect.get(init, "targetAddressSpace") === space
        ? Promise.resolve(new Response("the page"))
        : Promise.reject(new TypeError("whatever a browser says")),
    );
    const query = () => Promise.resolve({ state: "denied" });
    vi.stubGlobal("navigator", { onLine: true, permissions: { query } });
    const { causes: found = [] } = await diagnoseServer(server, signal, {
      origin,
      isSecure: false,
      kind: "public",
    });
    expect(found.map(({ kind }) => kind)).toEqual(causes);
  });

  it("does not measure where the server is no nearer than the page", async () => {
    const asked = network(nothing);
    const query = () => Promise.resolve({ state: "prompt" });
    vi.stubGlobal("navigator", { onLine: true, permissions: { query } });
    const far: Page = { origin: "https://app.example", isSecure: true, kind: "public" };
    await diagnoseServer("https://ollama.example", signal, far);
    expect(asked.filter((request) => request.url === far.origin)).toEqual([]);
  });

  it("looks for no Ollama beside a server that speaks OpenAI's API", async () => {
    const asked = network((request) => (request.url.endsWith(":11434") ? version() : "fails"));
    const finding = await diagnoseServer("http://localhost:8000", signal, page, true);
    expect(finding).toMatchObject({ kind: "unreachable", evidence: { isOpenAi: true } });
    expect(finding.causes?.map(({ kind }) => kind)).not.toContain("wrong-port");
    expect(new Set(asked.map((request) => request.url))).toEqual(
      new Set(["http://localhost:8000", "https://localhost:8000"]),
    );
  });

  it("makes no request beside that the browser would stop as mixed content", async () => {
    const asked = network(nothing);
    const far: Page = { origin: "https://app.example", isSecure: true, kind: "public" };
    await diagnoseServer("https://192.168.1.5", signal, far);
    expect(asked.filter((request) => request.url.startsWith("http:"))).toEqual([]);
  });

  it("does not ask for what is no address, nor after an abort", async () => {
    const asked = network(nothing);
    expect(await diagnoseServer("ftp://x", signal, page)).toEqual({ kind: "bad-address", reason: "scheme" });
    await expect(diagnoseServer("localhost", AbortSignal.abort(), page)).rejects.toMatchObject({
      name: "AbortError",
    });
    expect(asked).toEqual([]);
  });

  it("has a cheap half", async () => {
    const asked = network(version);
    expect(await checkVersion(url, signal)).toEqual({ kind: "connected", version: "0.33.0" });
    expect(asked).toHaveLength(1);
  });

  it("waits as long as it is told", async () => {
    vi.stubGlobal("fetch", (_: string, init: RequestInit) => {
      return new Promise((_resolve, reject) => {
        init.signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      });
    });
    expect(await checkVersion(url, signal, 30)).toEqual({ kind: "timeout", afterMs: 30 });
  });
});
