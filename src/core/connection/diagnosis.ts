import { hostOf } from "./address.ts";
import { allowedByDefault } from "./origins.ts";
import { type Cause, certain, oneOf } from "./causes.ts";
import { causesOfSilence, causesOfTimeout, permissionCause } from "./causes-of-silence.ts";
import { causesOfUnreadable } from "./causes-of-unreadable.ts";
import type { Finding, FindingKind } from "./finding.ts";
import { type Evidence, type Probe, probeOf, versionIn, versionOf } from "./probes.ts";
import { programOf } from "./probes-program.ts";

type Found = { readonly kind: FindingKind; readonly causes: readonly Cause[] };
type Answer = Extract<Probe, { type: "answered" }>;

/**
 * The decision procedure over what was tried and seen. Every network failure is one and the same TypeError to a page, so what
 * decides is never its text: it is which of several requests fail together.
 */
export function diagnose(evidence: Evidence): Finding {
  const { kind, causes } = find(evidence);
  return { ...kind, causes, evidence };
}

function find(evidence: Evidence): Found {
  const version = probeOf(evidence, "version");
  switch (version?.type) {
    case "answered":
      return fromAnswer(evidence, version);
    case "timeout":
      return fromTimeout(evidence, version.afterMs);
    case "redirect":
    case "opaque":
    case "failed":
    case undefined:
      return fromFailure(evidence);
  }
}

function fromAnswer(evidence: Evidence, { status, body, redirectedTo }: Answer): Found {
  if (status >= 200 && status < 300) {
    const version = versionIn(body);
    if (version === undefined) return notOllama(evidence, status);
    const to = redirectedTo?.replace(/\/api\/version\/?$/, "");
    return fromWrite(evidence, version, to);
  }
  if (status === 403 && body.trim() === "") return fromSilentRefusal(evidence, status);
  if (status === 401 || status === 403 || status === 407) return needsKey(evidence, status);
  // 502 to 504, and Cloudflare's own 520 to 530.
  if ((status >= 502 && status <= 504) || (status >= 520 && status <= 530)) return proxyDown(status);
  return notOllama(evidence, status);
}

/**
 * Ollama refuses a Host and an Origin in the same way. Only the refusal of a Host is readable, but a proxy that lets pages read
 * everything makes the other readable, too. A page of the server's own origin reads without sending any.
 */
function fromSilentRefusal({ url, page }: Evidence, status: number): Found {
  const { origin } = page;
  const isCertain = allowedByDefault(origin) || url === origin || url.startsWith(`${origin}/`);
  return {
    kind: { kind: "host-refused", host: hostOf(url), isCertain },
    causes: isCertain
      ? certain("host-refused", { status })
      : oneOf("host-refused", origin === "null" ? "file-origin" : "origin-refused"),
  };
}

/** Ollama's version is there; whether requests with a body and a preflight pass too. */
function fromWrite(evidence: Evidence, version: string, redirectedTo: string | undefined): Found {
  const write = probeOf(evidence, "write");
  if (write?.type === "answered") {
    // A redirect turns POST into GET, for which there is no such route.
    const isLost = write.status === 404 || write.status === 405;
    if (isLost && redirectedTo !== undefined) return redirected(redirectedTo);
    if (isLost && isOther(probeOf(evidence, "root"))) return notOllama(evidence, 200);
    if (write.status === 401 || write.status === 407) return needsKey(evidence, write.status);
    // A page on the server's own origin sends Origin with a POST and none with a GET.
    if (write.status === 403 && write.body.trim() === "")
      return {
        kind: { kind: "origin-refused", origin: evidence.page.origin },
        causes: certain("origin-refused", { status: 403 }),
      };
    if (write.status >= 502 && write.status <= 504) return proxyDown(write.status);
  }
  const isBlocked = write?.type === "failed" || write?.type === "timeout" || write?.type === "redirect";
  return isBlocked
    ? { kind: { kind: "writes-blocked", version }, causes: certain("preflight-refused") }
    : { kind: { kind: "connected", version }, causes: [] };
}

function isOther(root: Probe | undefined): boolean {
  return root?.type === "answered" && !isRunning(root);
}

function isRunning(root: Probe | undefined): boolean {
  return root?.type === "answered" && root.body.includes("Ollama is running");
}

function needsKey({ steps }: Evidence, status: number): Found {
  const carried = steps.find(({ name }) => name === "version")?.headers ?? [];
  return {
    kind: { kind: "needs-key", status },
    causes: certain(carried.length > 0 ? "key-refused" : "login", { status, names: carried }),
  };
}

function proxyDown(status: number): Found {
  return { kind: { kind: "proxy-down", status }, causes: certain("proxy-down", { status }) };
}

function redirected(to: string): Found {
  return { kind: { kind: "redirected", to }, causes: certain("redirect", { works: to }) };
}

function notOllama(evidence: Evidence, status: number): Found {
  const found = (hint: "path" | "proxy" | "other", causes: readonly Cause[]): Found => ({
    kind: { kind: "not-ollama", hint, status },
    causes,
  });
  const works = evidence.steps.find(
    ({ name, probe }) => (name === "base" || name === "twin" || name === "port") && versionOf(probe),
  );
  if (works?.name === "base") return found("path", certain("other-path", { works: works.server, status }));
  if (works?.name === "twin") return found("other", certain("address-family", { works: works.server }));
  const program = programOf(evidence);
  if (works?.name === "port")
    return found("other", certain("wrong-port", { works: works.server, program, status }));
  if (isRunning(probeOf(evidence, "root"))) return found("proxy", certain("path-rewritten", { status }));
  if (program.kind === "gin") return found("path", certain("other-path", { status, program }));
  return found("other", certain("other-program", { status, program }));
}

function fromTimeout(evidence: Evidence, afterMs: number): Found {
  const permission = permissionCause(evidence);
  if (permission) return permission;
  return { kind: { kind: "timeout", afterMs }, causes: causesOfTimeout(evidence) };
}

function fromFailure(evidence: Evidence): Found {
  const headers = evidence.steps.find(({ name }) => name === "version")?.headers ?? [];
  const bare = probeOf(evidence, "bare");
  if (headers.length > 0 && bare?.type === "answered") return fromBare(evidence, bare, headers);
  // A redirect that shows is one, whether or not anything answers where it leads.
  const isRedirect = probeOf(evidence, "manual")?.type === "redirect";
  const blind = probeOf(evidence, "blind");
  if (isRedirect || blind?.type === "opaque" || blind?.type === "answered") return fromUnreadable(evidence);
  return causesOfSilence(evidence);
}

/** With the server's own headers nothing can be read; without them something can. */
function fromBare(evidence: Evidence, bare: Answer, headers: readonly string[]): Found {
  const version = versionOf(bare);
  // What carries a server's own headers follows no redirect; without them the browser did.
  if (bare.redirectedTo !== undefined)
    return version === undefined
      ? { kind: { kind: "redirected" }, causes: certain("redirect") }
      : redirected(bare.redirectedTo.replace(/\/api\/version\/?$/, ""));
  const asksForKey = bare.status === 401 || bare.status === 403 || bare.status === 407;
  // Whatever it is, it is not the headers.
  if (version === undefined && !asksForKey) return fromAnswer(evidence, bare);
  const write = probeOf(evidence, "bare-write");
  const failing = evidence.steps.filter(({ name, probe }) => name === "header" && probe.type === "failed");
  const names = failing.flatMap(({ headers: carried }) => carried);
  const noneIsAsked = write !== undefined && write.type !== "answered";
  if (noneIsAsked)
    return {
      kind:
        version === undefined
          ? { kind: "needs-key", status: bare.status }
          : { kind: "writes-blocked", version },
      causes: certain("preflight-refused"),
    };
  // Where each alone passes, it is their number or their order; all of them are named.
  const refused = names.length > 0 ? names : headers;
  return {
    kind: { kind: "header-refused", names: refused },
    causes: certain("header-refused", { names: refused, status: bare.status }),
  };
}

function fromUnreadable(evidence: Evidence): Found {
  const causes = causesOfUnreadable(evidence);
  const [first] = causes;
  if (first?.kind === "redirect" && first.certainty === "certain")
    return {
      kind: { kind: "redirected", ...(first.works === undefined ? {} : { to: first.works }) },
      causes,
    };
  if (first?.kind === "address-family" || first?.kind === "wrong-port")
    return { kind: { kind: "not-ollama", hint: "other", status: 0 }, causes };
  return { kind: { kind: "origin-refused", origin: evidence.page.origin }, causes };
}
