import { describe } from "vitest";
import { type Case, checks, local, lanPage, hosted, failed, opaque, ollama } from "./diagnosis-world.ts";

/** Something answers, and nothing of it can be read. */
const unreadable: readonly Case[] = [
  [
    "a page that Ollama has to be told of",
    { page: lanPage, told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: lanPage.origin },
    "origin refused",
    ["origin-refused", "other-program", "login", "proxy-error", "redirect", "headers-twice"],
  ],
  [
    "a page that Ollama lets in by itself",
    { told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: local.origin },
    "origin refused",
    ["other-program", "login", "proxy-error", "redirect", "headers-twice"],
  ],
  [
    "a page of this computer, and a server that lets in only whom it is told",
    { isOpenAi: true, told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: local.origin },
    "origin refused",
    ["origin-refused", "login", "proxy-error", "redirect", "headers-twice", "other-program"],
  ],
  [
    "https, so a proxy",
    { url: "https://ai.example", page: hosted, told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: hosted.origin },
    "origin refused",
    ["origin-refused", "login", "proxy-error", "redirect", "headers-twice", "other-program"],
  ],
  [
    "a file",
    { page: { ...local, origin: "null" }, told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: "null" },
    "origin refused",
    ["file-origin", "other-program", "login", "proxy-error", "redirect", "headers-twice"],
  ],
  [
    "a slash too few",
    { told: { version: failed, blind: opaque, slash: ollama } },
    { kind: "redirected" },
    "unreachable",
    ["redirect"],
  ],
  [
    "a redirect that shows",
    { told: { version: failed, blind: opaque, manual: { type: "redirect" } } },
    { kind: "redirected" },
    "unreachable",
    ["redirect"],
  ],
  [
    "a redirect that shows, to where nothing is",
    { told: { version: failed, blind: failed, manual: { type: "redirect" } } },
    { kind: "redirected" },
    "unreachable",
    ["redirect"],
  ],
  [
    "http that leads to https",
    { told: { version: failed, blind: opaque, scheme: ollama } },
    { kind: "redirected", to: "https://localhost:11434" },
    "unreachable",
    ["redirect"],
  ],
  [
    "another program has localhost",
    { told: { version: failed, blind: opaque, twin: ollama } },
    { kind: "not-ollama", hint: "other", status: 0 },
    "not Ollama",
    ["address-family"],
  ],
];

describe("a diagnosis of an answer that cannot be read", () => checks(unreadable));
