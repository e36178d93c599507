import { hostOf } from "./address.ts";
import { blockedPorts } from "./blocked-ports.ts";
import { type Cause, certain, oneOf } from "./causes.ts";
import type { FindingKind } from "./finding.ts";
import { isNumber, kindOfHost, needsPermission } from "./host-kind.ts";
import { type Evidence, type Permission, probeOf, versionOf } from "./probes.ts";

type Found = { readonly kind: FindingKind; readonly causes: readonly Cause[] };

const unreachable = (causes: readonly Cause[]): Found => ({ kind: { kind: "unreachable" }, causes });

/**
 * The browser's question of local network access, where it stands in the way: it counts only where the server is nearer than the
 * page, for elsewhere it reads `prompt` although nothing is asked.
 */
export function permissionCause({ page, permission, url, isGated }: Evidence): Found | undefined {
  if (permission !== "denied" && !(permission === "prompt" && isGated)) return undefined;
  if (!needsPermission(page.kind, kindOfHost(hostOf(url)))) return undefined;
  const asked = permission === "prompt" ? "permission-asked" : "permission-denied";
  return {
    kind: { kind: "blocked-by-browser", permission, isPageSecure: page.isSecure },
    causes: certain(page.isSecure ? asked : "page-insecure"),
  };
}

/** Neither a page that reads nor one that does not got anything back. */
export function causesOfSilence(evidence: Evidence): Found {
  const { page, url, permission } = evidence;
  if (blockedPorts.has(portOf(url))) return unreachable(certain("blocked-port"));
  if (evidence.isForbidden) return unreachable(certain("page-policy"));
  const blocked = permissionCause(evidence);
  if (blocked) return blocked;
  const near = kindOfHost(hostOf(url));
  const isMixed = page.isSecure && url.startsWith("http:");
  if (isMixed && near !== "loopback" && !(near === "private" && permission === "granted"))
    return { kind: { kind: "mixed-content", isCertain: true }, causes: certain("mixed-content") };

  const elsewhere = causesElsewhere(evidence);
  if (elsewhere) return unreachable(elsewhere);

  const blind = probeOf(evidence, "blind");
  if (blind?.type === "timeout")
    return { kind: { kind: "timeout", afterMs: blind.afterMs }, causes: causesOfTimeout(evidence) };
  const causes = remaining(evidence);
  // To this computer only Safari blocks, and it knows no such permission.
  return isMixed && permission === undefined
    ? { kind: { kind: "mixed-content", isCertain: false }, causes }
    : unreachable(causes);
}

/** Ollama answers beside the address that was asked. */
function causesElsewhere({ url, steps }: Evidence): readonly Cause[] | undefined {
  const works = (name: string) =>
    steps.find((step) => step.name === name && versionOf(step.probe) !== undefined)?.server;
  const scheme = works("scheme");
  if (scheme !== undefined)
    return certain(url.startsWith("https:") ? "speaks-http" : "speaks-https", { works: scheme });
  const twin = works("twin");
  if (twin !== undefined) return certain("address-family", { works: twin });
  const port = works("port");
  return port === undefined ? undefined : certain("wrong-port", { works: port });
}

/**
 * What a permission that was not given may do to a name that looks like one of the internet, asked from the internet: it may lead
 * into the user's own network, which only the browser knows.
 */
function causeOfName(
  { page, url, permission }: Evidence,
  asked: Permission,
): "permission-asked" | "permission-denied" | "page-insecure" | false {
  const host = hostOf(url);
  const mayBeNearer = page.kind === "public" && kindOfHost(host) === "public" && isNameOfHost(host);
  if (!mayBeNearer || permission !== asked) return false;
  if (!page.isSecure) return "page-insecure";
  return asked === "prompt" ? "permission-asked" : "permission-denied";
}

function isNameOfHost(host: string): boolean {
  return !isNumber(host) && !/^(.*\.)?localhost$/.test(host);
}

function remaining(evidence: Evidence): readonly Cause[] {
  const { page, url, permission } = evidence;
  const host = hostOf(url);
  const near = kindOfHost(host);
  const isSecure = url.startsWith("https:");
  const isName = isNameOfHost(host);
  // Something at that port speaks http to https or the reverse, and cannot be read either way.
  if (probeOf(evidence, "scheme-blind")?.type === "opaque")
    return isSecure ? oneOf("speaks-http", "certificate") : oneOf("speaks-https", "wrong-address");
  const isNearer = needsPermission(page.kind, near);
  return oneOf(
    evidence.isOffline === true && near !== "loopback" && "offline",
    isSecure && near !== "public" && "certificate",
    near === "private" && !isSecure && !isName && "local-only",
    "server-down",
    "wrong-address",
    near === "private" && !isSecure && isName && "local-only",
    isName && "name-unknown",
    isSecure && near === "public" && "certificate",
    near !== "loopback" && "firewall",
    page.isSecure && !isSecure && near === "loopback" && permission === undefined && "mixed-content",
    isNearer && permission === undefined && "permission-denied",
    isNearer && permission === "prompt" && "permission-asked",
    causeOfName(evidence, "prompt"),
    causeOfName(evidence, "denied"),
    "extension",
  );
}

/** The request stayed open without an answer. */
export function causesOfTimeout(evidence: Evidence): readonly Cause[] {
  const { page, permission, url } = evidence;
  const elsewhere = causesElsewhere(evidence);
  if (elsewhere) return elsewhere;
  // What answers another question is there, and awake.
  if (probeOf(evidence, "blind")?.type === "opaque") return certain("hangs");
  const near = kindOfHost(hostOf(url));
  // The browser's question may be open, and the request waits for its answer.
  const isAsked = permission === "prompt" && needsPermission(page.kind, near) && "permission-asked";
  return near === "loopback"
    ? oneOf(isAsked, "hangs", "wrong-address", "firewall")
    : oneOf(isAsked, "firewall", "asleep", "wrong-address", "hangs", causeOfName(evidence, "prompt"));
}

/** Port of a normalised address. */
function portOf(url: string): number {
  const port = /^https?:\/\/(?:\[[^\]]*\]|[^/:]*):(\d+)/.exec(url)?.[1];
  return port === undefined ? (url.startsWith("https:") ? 443 : 80) : Number(port);
}
