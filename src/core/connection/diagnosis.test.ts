import { describe, expect, it } from "vitest";
import type { CauseKind } from "./causes.ts";
import { diagnose } from "./diagnosis.ts";
import { type ConnectionState, type FindingKind, stateOf } from "./finding.ts";
import type { Evidence, Page, Probe, Step, StepName } from "./probes.ts";

const local: Page = { origin: "http://localhost:5173", isSecure: false, kind: "loopback" };
const lanPage: Page = { origin: "http://192.168.1.9:8080", isSecure: false, kind: "private" };
const hosted: Page = { origin: "https://app.example", isSecure: true, kind: "public" };
const url = "http://localhost:11434";
const lan = "http://192.168.1.5:11434";

const answer = (status: number, body = "", redirectedTo?: string): Probe => ({
  type: "answered",
  status,
  body,
  ...(redirectedTo === undefined ? {} : { redirectedTo }),
});
const failed: Probe = { type: "failed" };
const opaque: Probe = { type: "opaque" };
const timeout: Probe = { type: "timeout", afterMs: 4_000 };
const ollama = answer(200, '{"version":"0.33.0"}');
const running = answer(200, "Ollama is running");
const page = answer(200, "<!doctype html><title>A shop</title>");

type Told = Partial<Record<StepName, Probe>>;
type World = Omit<Partial<Evidence>, "steps"> & { readonly told: Told; readonly headers?: readonly string[] };

const beside: Partial<Record<StepName, string>> = {
  base: "http://localhost:11434",
  twin: "http://127.0.0.1:11434",
  port: "http://192.168.1.5:11434",
  scheme: "https://localhost:11434",
};

function evidence({ told, headers = [], ...rest }: World): Evidence {
  const asked = rest.url ?? url;
  const steps = Object.entries(told).map(([key, probe]): Step => {
    const name = key as StepName;
    const isOwn = name === "version" || name === "header";
    const server = beside[name] ?? asked;
    return { name, server, method: "GET", path: "/", headers: isOwn ? headers : [], probe, ms: 1 };
  });
  return { url: asked, page: local, steps, ...rest };
}

/** Where the address lies does not matter to these: what answered says it all. */
const answers: [string, World, FindingKind, ConnectionState, CauseKind[]][] = [
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
    { kind: "host-refused", host: "localhost" },
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
];

/** Something answers, and nothing of it can be read. */
const unreadable: [string, World, FindingKind, ConnectionState, CauseKind[]][] = [
  [
    "a page that Ollama has to be told of",
    { page: lanPage, told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: lanPage.origin },
    "origin refused",
    ["origin-refused", "other-program", "login", "proxy-error", "redirect"],
  ],
  [
    "a page that Ollama lets in by itself",
    { told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: local.origin },
    "origin refused",
    ["other-program", "login", "proxy-error", "redirect"],
  ],
  [
    "https, so a proxy",
    { url: "https://ai.example", page: hosted, told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: hosted.origin },
    "origin refused",
    ["origin-refused", "login", "proxy-error", "redirect", "other-program"],
  ],
  [
    "a file",
    { page: { ...local, origin: "null" }, told: { version: failed, blind: opaque } },
    { kind: "origin-refused", origin: "null" },
    "origin refused",
    ["file-origin", "other-program", "login", "proxy-error", "redirect"],
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

const silent: Told = { version: failed, blind: failed };
const down: FindingKind = { kind: "unreachable" };
const blocked = (permission: "denied" | "prompt", isPageSecure: boolean): FindingKind => ({
  kind: "blocked-by-browser",
  permission,
  isPageSecure,
});

const silence: [string, World, FindingKind, ConnectionState, CauseKind[]][] = [
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
    "the question is open",
    { page: hosted, told: { version: timeout }, permission: "prompt" },
    blocked("prompt", true),
    "blocked by the browser",
    ["permission-asked"],
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

describe.each([
  ["what answered", answers],
  ["an answer that cannot be read", unreadable],
  ["silence", silence],
])("a diagnosis of %s", (_, cases) => {
  it.each(cases)("%s", (_name, world, kind, state, causes) => {
    const { causes: found = [], evidence: seen, ...rest } = diagnose(evidence(world));
    expect(rest).toEqual(kind);
    expect(stateOf(rest)).toBe(state);
    expect(found.map((cause) => cause.kind)).toEqual(causes);
    expect(found.map(({ certainty }) => certainty)).toEqual(
      causes.map((_cause, at) => (causes.length === 1 ? "certain" : at === 0 ? "likely" : "possible")),
    );
    expect(seen?.steps).toHaveLength(Object.keys(world.told).length);
  });
});

it("names the address that works", () => {
  const works = (world: World) => diagnose(evidence(world)).causes?.[0]?.works;
  expect(works({ told: { ...silent, twin: ollama } })).toBe("http://127.0.0.1:11434");
  expect(works({ told: { ...silent, scheme: ollama } })).toBe("https://localhost:11434");
});

it("says `checking` before anything was found", () => expect(stateOf(undefined)).toBe("checking"));
