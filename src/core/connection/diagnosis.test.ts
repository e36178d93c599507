import { describe } from "vitest";
import {
  type Case,
  checks,
  local,
  lanPage,
  answer,
  failed,
  opaque,
  ollama,
  running,
  page,
} from "./diagnosis-world.ts";

/** Where the address lies does not matter to these: what answered says it all. */
const answers: readonly Case[] = [
  [
    "Ollama",
    { told: { version: ollama, write: answer(400, "{}") } },
    { kind: "connected", version: "0.33.0" },
    "connected",
    [],
  ],
  [
    "preflights fail",
    { told: { version: ollama, write: failed } },
    { kind: "writes-blocked", version: "0.33.0" },
    "origin refused",
    ["preflight-refused"],
  ],
  [
    "a proxy on the page's own origin passes the Origin of a POST on",
    { told: { version: ollama, write: answer(403) } },
    { kind: "origin-refused", origin: local.origin },
    "origin refused",
    ["origin-refused"],
  ],
  [
    "another program with a version and no Ollama behind",
    { told: { version: ollama, write: answer(405), root: page } },
    { kind: "not-ollama", hint: "other", status: 200 },
    "not Ollama",
    ["other-program"],
  ],
  [
    "an Ollama whose details somebody forbids",
    { told: { version: ollama, write: answer(404), root: running } },
    { kind: "connected", version: "0.33.0" },
    "connected",
    [],
  ],
  [
    "a redirect that reading survives and asking does not",
    {
      told: {
        version: answer(200, '{"version":"0.33.0"}', "https://ai.example/api/version"),
        write: answer(405),
      },
    },
    { kind: "redirected", to: "https://ai.example" },
    "unreachable",
    ["redirect"],
  ],
  [
    "a page",
    { told: { version: page } },
    { kind: "not-ollama", hint: "other", status: 200 },
    "not Ollama",
    ["other-program"],
  ],
  [
    "a proxy that rewrites paths",
    { told: { version: page, root: running } },
    { kind: "not-ollama", hint: "proxy", status: 200 },
    "not Ollama",
    ["path-rewritten"],
  ],
  [
    "a wrong path",
    { told: { version: answer(404, "404 page not found") } },
    { kind: "not-ollama", hint: "path", status: 404 },
    "not Ollama",
    ["other-path"],
  ],
  [
    "a path too much",
    { url: "http://localhost:11434/chat", told: { version: answer(404, "no"), base: ollama } },
    { kind: "not-ollama", hint: "path", status: 404 },
    "not Ollama",
    ["other-path"],
  ],
  [
    "another program here, Ollama at its own port",
    { url: "http://192.168.1.5:8080", told: { version: page, port: ollama } },
    { kind: "not-ollama", hint: "other", status: 200 },
    "not Ollama",
    ["wrong-port"],
  ],
  [
    "a redirect, which headers of the server's own keep from being followed",
    {
      told: { version: failed, bare: answer(200, '{"version":"0.33.0"}', "https://ollama.lan/api/version") },
      headers: ["X-Team"],
    },
    { kind: "redirected", to: "https://ollama.lan" },
    "unreachable",
    ["redirect"],
  ],
  [
    "the same to something else",
    {
      told: { version: failed, bare: answer(200, "<html>", "https://login.example/?next=/api/version") },
      headers: ["X-Team"],
    },
    { kind: "redirected" },
    "unreachable",
    ["redirect"],
  ],
  ["401", { told: { version: answer(401) } }, { kind: "needs-key", status: 401 }, "needs a key", ["login"]],
  [
    "401 to a key",
    { told: { version: answer(401) }, headers: ["Authorization"] },
    { kind: "needs-key", status: 401 },
    "needs a key",
    ["key-refused"],
  ],
  [
    "403 with a body",
    { told: { version: answer(403, "Forbidden") } },
    { kind: "needs-key", status: 403 },
    "needs a key",
    ["login"],
  ],
  [
    "403 without",
    { told: { version: answer(403) } },
    { kind: "host-refused", host: "localhost", isCertain: true },
    "host refused",
    ["host-refused"],
  ],
  [
    "403 without, to a page that Ollama has to be told of: a proxy may let it read what Ollama says of its origin",
    { page: lanPage, told: { version: answer(403) } },
    { kind: "host-refused", host: "localhost", isCertain: false },
    "host refused",
    ["host-refused", "origin-refused"],
  ],
  [
    "403 without, to a page of the same origin, which reads without sending one",
    { page: lanPage, url: `${lanPage.origin}/ollama`, told: { version: answer(403) } },
    { kind: "host-refused", host: "192.168.1.9", isCertain: true },
    "host refused",
    ["host-refused"],
  ],
  [
    "502",
    { told: { version: answer(502, "Bad Gateway") } },
    { kind: "proxy-down", status: 502 },
    "unreachable",
    ["proxy-down"],
  ],
  [
    "a header that is not let through",
    {
      told: { version: failed, blind: opaque, bare: ollama, header: failed, "bare-write": answer(400) },
      headers: ["X-Team"],
    },
    { kind: "header-refused", names: ["X-Team"] },
    "blocked by the browser",
    ["header-refused"],
  ],
  [
    "a key, and a proxy that refuses all preflights",
    {
      told: { version: failed, blind: opaque, bare: ollama, header: failed, "bare-write": failed },
      headers: ["Authorization"],
    },
    { kind: "writes-blocked", version: "0.33.0" },
    "origin refused",
    ["preflight-refused"],
  ],
  [
    "a key that is wanted, and a proxy that refuses all preflights",
    {
      told: { version: failed, blind: opaque, bare: answer(401), header: failed, "bare-write": failed },
      headers: ["Authorization"],
    },
    { kind: "needs-key", status: 401 },
    "needs a key",
    ["preflight-refused"],
  ],
  [
    "headers that have nothing to do with it",
    {
      told: { version: failed, blind: opaque, bare: answer(502), header: failed, "bare-write": failed },
      headers: ["Authorization"],
    },
    { kind: "proxy-down", status: 502 },
    "unreachable",
    ["proxy-down"],
  ],
];

describe("a diagnosis of what answered", () => checks(answers));
