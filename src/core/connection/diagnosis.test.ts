import { describe, expect, it } from "vitest";
import { diagnose, type Page, type Probe, type Probes } from "./diagnosis.ts";
import { type ConnectionState, type Finding, stateOf } from "./finding.ts";

const local: Page = { origin: "http://localhost:5173", isSecure: false, kind: "loopback" };
const hosted: Page = { origin: "https://app.example", isSecure: true, kind: "public" };
const url = "http://localhost:11434";
const lan = "http://192.168.1.5:11434";

const answer = (status: number, body = ""): Probe => ({ type: "answered", status, body });
const failed: Probe = { type: "failed" };
const opaque: Probe = { type: "opaque" };
const timeout: Probe = { type: "timeout", afterMs: 4_000 };
const version = answer(200, '{"version":"0.33.0"}');

describe("a diagnosis", () => {
  it.each<[string, Partial<Probes>, Finding, ConnectionState]>([
    ["Ollama", { version, write: answer(400, "{}") }, { kind: "connected", version: "0.33.0" }, "connected"],
    ["no write was asked", { version }, { kind: "connected", version: "0.33.0" }, "connected"],
    [
      "preflights fail",
      { version, write: failed },
      { kind: "writes-blocked", version: "0.33.0" },
      "origin refused",
    ],
    [
      "a page",
      { version: answer(200, "<html>") },
      { kind: "not-ollama", hint: "other", status: 200 },
      "not Ollama",
    ],
    [
      "a proxy that rewrites paths",
      { version: answer(200, "<html>"), root: answer(200, "Ollama is running") },
      { kind: "not-ollama", hint: "proxy", status: 200 },
      "not Ollama",
    ],
    [
      "a wrong path",
      { version: answer(404, "404 page not found") },
      { kind: "not-ollama", hint: "path", status: 404 },
      "not Ollama",
    ],
    [
      "another server",
      { version: answer(404, "nope") },
      { kind: "not-ollama", hint: "other", status: 404 },
      "not Ollama",
    ],
    ["401", { version: answer(401) }, { kind: "needs-key", status: 401 }, "needs a key"],
    [
      "403 with a body",
      { version: answer(403, "Forbidden") },
      { kind: "needs-key", status: 403 },
      "needs a key",
    ],
    ["403 without", { version: answer(403) }, { kind: "host-refused", host: "localhost" }, "host refused"],
    ["502", { version: answer(502, "Bad Gateway") }, { kind: "proxy-down", status: 502 }, "unreachable"],
    ["silence", { version: timeout }, { kind: "timeout", afterMs: 4_000 }, "unreachable"],
    [
      "the origin is refused",
      { version: failed, blind: opaque },
      { kind: "origin-refused", origin: local.origin },
      "origin refused",
    ],
    ["nothing listens", { version: failed, blind: failed }, { kind: "unreachable" }, "unreachable"],
    [
      "a permission that is not needed",
      { version: failed, blind: failed, permission: "prompt" },
      { kind: "unreachable" },
      "unreachable",
    ],
    [
      "blocked",
      { page: hosted, version: failed, blind: failed, permission: "denied" },
      { kind: "blocked-by-browser", permission: "denied", isPageSecure: true },
      "blocked by the browser",
    ],
    [
      "the question is open",
      { page: hosted, version: timeout, permission: "prompt" },
      { kind: "blocked-by-browser", permission: "prompt", isPageSecure: true },
      "blocked by the browser",
    ],
    [
      "allowed, but down",
      { page: hosted, version: failed, blind: failed, permission: "granted" },
      { kind: "unreachable" },
      "unreachable",
    ],
    [
      "mixed content, perhaps",
      { page: hosted, version: failed, blind: failed },
      { kind: "mixed-content", isCertain: false },
      "blocked by the browser",
    ],
    [
      "mixed content",
      { page: hosted, url: "http://ollama.example:11434", version: failed, blind: failed },
      { kind: "mixed-content", isCertain: true },
      "blocked by the browser",
    ],
    [
      "the local network is blocked",
      { page: hosted, url: lan, version: failed, blind: failed, permission: "denied" },
      { kind: "blocked-by-browser", permission: "denied", isPageSecure: true },
      "blocked by the browser",
    ],
  ])("%s", (_, probes, finding, state) => {
    const found = diagnose({ url, page: local, version, ...probes });
    expect(found).toEqual(finding);
    expect(stateOf(found)).toBe(state);
  });

  it("is being made before there is one", () => expect(stateOf(undefined)).toBe("checking"));
});
