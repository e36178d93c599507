import { describe } from "vitest";
import { type Case, checks, hosted, lan, opaque, timeout, ollama } from "./diagnosis-world.ts";

const timeouts: readonly Case[] = [
  [
    "the question is open",
    { page: hosted, told: { version: timeout }, permission: "prompt", isGated: true },
    { kind: "blocked-by-browser", permission: "prompt", isPageSecure: true },
    "blocked by the browser",
    ["permission-asked"],
  ],
  [
    "silence in a browser that may be asking",
    { page: hosted, told: { version: timeout }, permission: "prompt" },
    { kind: "timeout", afterMs: 4_000 },
    "unreachable",
    ["permission-asked", "hangs", "wrong-address", "firewall"],
  ],
  [
    "such a name, and silence",
    {
      page: hosted,
      url: "https://ollama.example",
      told: { version: timeout },
      permission: "prompt",
      isGated: true,
    },
    { kind: "timeout", afterMs: 4_000 },
    "unreachable",
    ["firewall", "asleep", "wrong-address", "hangs", "permission-asked"],
  ],
  [
    "silence, and Ollama at its own port",
    { url: "http://192.168.1.5:8080", told: { version: timeout, blind: timeout, port: ollama } },
    { kind: "timeout", afterMs: 4_000 },
    "unreachable",
    ["wrong-port"],
  ],
  [
    "silence over http, and Ollama over https",
    { url: "http://192.168.1.5", told: { version: timeout, blind: timeout, scheme: ollama } },
    { kind: "timeout", afterMs: 4_000 },
    "unreachable",
    ["speaks-https"],
  ],
  [
    "silence to this question alone",
    { url: lan, told: { version: timeout, blind: opaque } },
    { kind: "timeout", afterMs: 4_000 },
    "unreachable",
    ["hangs"],
  ],
  [
    "this computer is silent",
    { told: { version: timeout } },
    { kind: "timeout", afterMs: 4_000 },
    "unreachable",
    ["hangs", "wrong-address", "firewall"],
  ],
  [
    "another is",
    { url: lan, told: { version: timeout } },
    { kind: "timeout", afterMs: 4_000 },
    "unreachable",
    ["firewall", "asleep", "wrong-address", "hangs"],
  ],
];

describe("a diagnosis where no answer came in time", () => checks(timeouts));
