import { describe, expect, it } from "vitest";
import { diagnose } from "./diagnosis.ts";
import {
  type Case,
  checks,
  type Told,
  type World,
  hosted,
  lan,
  failed,
  opaque,
  ollama,
  evidence,
} from "./diagnosis-world.ts";
import { type FindingKind, stateOf } from "./finding.ts";

const silent: Told = { version: failed, blind: failed };
const down: FindingKind = { kind: "unreachable" };
const blocked = (permission: "denied" | "prompt", isPageSecure: boolean): FindingKind => ({
  kind: "blocked-by-browser",
  permission,
  isPageSecure,
});

const silence: readonly Case[] = [
  ["nothing listens", { told: silent }, down, "unreachable", ["server-down", "wrong-address", "extension"]],
  [
    "a permission that is not needed",
    { told: silent, permission: "prompt" },
    down,
    "unreachable",
    ["server-down", "wrong-address", "extension"],
  ],
  [
    "another computer by its number",
    { url: lan, told: silent },
    down,
    "unreachable",
    ["local-only", "server-down", "wrong-address", "firewall", "extension"],
  ],
  [
    "another computer by its name, without a network",
    { url: "http://box.lan:11434", told: silent, isOffline: true },
    down,
    "unreachable",
    ["offline", "server-down", "wrong-address", "local-only", "name-unknown", "firewall", "extension"],
  ],
  [
    "https nearby",
    { url: "https://192.168.1.5", told: silent },
    down,
    "unreachable",
    ["certificate", "server-down", "wrong-address", "firewall", "extension"],
  ],
  [
    "https, and http answers at the same port",
    { url: "https://192.168.1.5", told: { ...silent, "scheme-blind": opaque } },
    down,
    "unreachable",
    ["speaks-http", "certificate"],
  ],
  [
    "https, and Ollama over http",
    { url: "https://localhost:11434", told: { ...silent, scheme: ollama } },
    down,
    "unreachable",
    ["speaks-http"],
  ],
  [
    "http, and Ollama over https",
    { told: { ...silent, scheme: ollama } },
    down,
    "unreachable",
    ["speaks-https"],
  ],
  ["only the numbers work", { told: { ...silent, twin: ollama } }, down, "unreachable", ["address-family"]],
  [
    "only the usual port works",
    { url: "http://192.168.1.5:8080", told: { ...silent, port: ollama } },
    down,
    "unreachable",
    ["wrong-port"],
  ],
  [
    "a port that browsers never ask",
    { url: "http://localhost:6000", told: silent },
    down,
    "unreachable",
    ["blocked-port"],
  ],
  ["the page's own policy", { told: silent, isForbidden: true }, down, "unreachable", ["page-policy"]],
  [
    "the user said no",
    { page: hosted, told: silent, permission: "denied" },
    blocked("denied", true),
    "blocked by the browser",
    ["permission-denied"],
  ],
  [
    "a page over http is never asked about",
    { page: { ...hosted, isSecure: false }, told: silent, permission: "denied" },
    blocked("denied", false),
    "blocked by the browser",
    ["page-insecure"],
  ],
  [
    "allowed, but down",
    { page: hosted, told: silent, permission: "granted" },
    down,
    "unreachable",
    ["server-down", "wrong-address", "extension"],
  ],
  [
    "a browser that knows no permission",
    { page: hosted, told: silent },
    { kind: "mixed-content", isCertain: false },
    "blocked by the browser",
    ["server-down", "wrong-address", "mixed-content", "permission-denied", "extension"],
  ],
  [
    "a browser that would ask, or not",
    { page: hosted, told: silent, permission: "prompt" },
    down,
    "unreachable",
    ["server-down", "wrong-address", "permission-asked", "extension"],
  ],
  [
    "mixed content",
    { page: hosted, url: "http://ollama.example:11434", told: silent },
    { kind: "mixed-content", isCertain: true },
    "blocked by the browser",
    ["mixed-content"],
  ],
  [
    "mixed content that the permission lifts",
    { page: hosted, url: lan, told: silent, permission: "granted" },
    down,
    "unreachable",
    ["local-only", "server-down", "wrong-address", "firewall", "extension"],
  ],
  [
    "a name of the internet that may lead into the user's network, where the browser would ask",
    { page: hosted, url: "https://ollama.example", told: silent, permission: "prompt", isGated: true },
    down,
    "unreachable",
    [
      "server-down",
      "wrong-address",
      "name-unknown",
      "certificate",
      "firewall",
      "permission-asked",
      "extension",
    ],
  ],
  [
    "the same, and the user said no",
    { page: hosted, url: "https://ollama.example", told: silent, permission: "denied", isGated: true },
    down,
    "unreachable",
    [
      "server-down",
      "wrong-address",
      "name-unknown",
      "certificate",
      "firewall",
      "permission-denied",
      "extension",
    ],
  ],
  [
    "the same from a page over http",
    {
      page: { ...hosted, isSecure: false },
      url: "https://ollama.example",
      told: silent,
      permission: "denied",
      isGated: true,
    },
    down,
    "unreachable",
    ["server-down", "wrong-address", "name-unknown", "certificate", "firewall", "page-insecure", "extension"],
  ],
];

describe("a diagnosis of silence", () => checks(silence));

it("names the address that works", () => {
  const works = (world: World) => diagnose(evidence(world)).causes?.[0]?.works;
  expect(works({ told: { ...silent, twin: ollama } })).toBe("http://127.0.0.1:11434");
  expect(works({ told: { ...silent, scheme: ollama } })).toBe("https://localhost:11434");
});

it("says `checking` before anything was found", () => {
  expect(stateOf(undefined)).toBe("checking");
});
