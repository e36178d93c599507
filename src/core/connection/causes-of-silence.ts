import { hostOf } from "./address.ts";
import { blockedPorts } from "./blocked-ports.ts";
import { type Cause, certain, oneOf } from "./causes.ts";
import type { FindingKind } from "./finding.ts";
import { kindOfHost, needsPermission } from "./host-kind.ts";
import { type Evidence, probeOf, versionOf } from "./probes.ts";

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
  const { page, steps, url, permission } = evidence;
  if (blockedPorts.has(portOf(url))) return unreachable(certain("blocked-port"));
  if (evidence.isForbidden) return unreachable(certain("page-policy"));
  const blocked = permissionCause(evidence);
  if (blocked) return blocked;
  const near = kindOfHost(hostOf(url));
  const isMixed = page.isSecure && url.startsWith("http:");
  if (isMixed && near !== "loopback" && !(near === "private" && permission === "granted"))
    return { kind: { kind: "mixed-content", isCertain: true }, causes: certain("mixed-content") };

  const works = (name: string) =>
    steps.find((step) => step.name === name && versionOf(step.probe) !== undefined)?.server;
  const scheme = works("scheme");
  if (scheme !== undefined)
    return unreachable(certain(url.startsWith("https:") ? "speaks-http" : "speaks-https", { works: scheme }));
  const twin = works("twin");
  if (twin !== undefined) return unreachable(certain("address-family", { works: twin }));
  const port = works("port");
  if (port !== undefined) return unreachable(certain("wrong-port", { works: port }));

  const blind = probeOf(evidence, "blind");
  if (blind?.type === "timeout")
    return { kind: { kind: "timeout", afterMs: blind.afterMs }, causes: causesOfTimeout(evidence) };
  const causes = remaining(evidence);
  // To this computer only Safari blocks, and it knows no such permission.
  return isMixed && permission === undefined
    ? { kind: { kind: "mixed-content", isCertain: false }, causes }
    : unreachable(causes);
}

function remaining(evidence: Evidence): readonly Cause[] {
  const { page, url, permission } = evidence;
  const host = hostOf(url);
  const near = kindOfHost(host);
  const isSecure = url.startsWith("https:");
  const isName = !/^(\[.*\]|[\d.]+|localhost|.*\.localhost)$/.test(host);
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
    "extension",
  );
}

/** The request stayed open without an answer. */
export function causesOfTimeout(evidence: Evidence): readonly Cause[] {
  const { page, permission, url } = evidence;
  const twin = evidence.steps.find(({ name, probe }) => name === "twin" && versionOf(probe) !== undefined);
  if (twin) return certain("address-family", { works: twin.server });
  const near = kindOfHost(hostOf(url));
  // The browser's question may be open, and the request waits for its answer.
  const isAsked = permission === "prompt" && needsPermission(page.kind, near) && "permission-asked";
  return near === "loopback"
    ? oneOf(isAsked, "hangs", "wrong-address", "firewall")
    : oneOf(isAsked, "firewall", "asleep", "wrong-address", "hangs");
}

/** Port of a normalised address. */
function portOf(url: string): number {
  const port = /^https?:\/\/(?:\[[^\]]*\]|[^/:]*):(\d+)/.exec(url)?.[1];
  return port === undefined ? (url.startsWith("https:") ? 443 : 80) : Number(port);
}
