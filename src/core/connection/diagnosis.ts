import { asRecord, parseJson } from "#src/core/stream/json.ts";
import { hostOf } from "./address.ts";
import type { Finding } from "./finding.ts";
import { type HostKind, kindOfHost, needsPermission } from "./host-kind.ts";

/** What one request told. `opaque`: a no-cors answer, which proves only that something answers HTTP. */
export type Probe =
  | { readonly type: "answered"; readonly status: number; readonly body: string }
  | { readonly type: "opaque" }
  | { readonly type: "failed" }
  | { readonly type: "timeout"; readonly afterMs: number };

/** The page that asks: its origin (`null` as text for a file), and how near its host is. */
export type Page = { readonly origin: string; readonly isSecure: boolean; readonly kind: HostKind };

export type Probes = {
  /** Normalised address of the server. */
  readonly url: string;
  readonly page: Page;
  /** `GET /api/version`, readable. */
  readonly version: Probe;
  /** `GET /`, readable: asked where `version` was answered by something else than Ollama. */
  readonly root?: Probe;
  /** `GET /` without CORS: asked where `version` failed. */
  readonly blind?: Probe;
  /** Local network permission of the browser, absent where it knows none. */
  readonly permission?: "granted" | "denied" | "prompt";
  /** `POST /api/show` with a preflight: asked where `version` was Ollama's. */
  readonly write?: Probe;
};

/** Version in the body of `/api/version`, if it is one. */
export function versionIn(body: string): string | undefined {
  const version = asRecord(parseJson(body))?.["version"];
  return typeof version === "string" ? version : undefined;
}

/** The decision procedure over what was probed; every network failure is one and the same TypeError, so pairs decide. */
export function diagnose(probes: Probes): Finding {
  const { version } = probes;
  switch (version.type) {
    case "answered":
      return fromAnswer(probes, version.status, version.body);
    case "timeout":
      return fromPermission(probes) ?? { kind: "timeout", afterMs: version.afterMs };
    case "opaque":
    case "failed":
      return fromFailure(probes);
  }
}

function fromAnswer(probes: Probes, status: number, body: string): Finding {
  if (status >= 200 && status < 300) {
    const version = versionIn(body);
    if (version === undefined) return { kind: "not-ollama", hint: hintOf(probes.root), status };
    const isBlocked = probes.write?.type === "failed" || probes.write?.type === "timeout";
    return isBlocked ? { kind: "writes-blocked", version } : { kind: "connected", version };
  }
  if (status === 403 && body.trim() === "") return { kind: "host-refused", host: hostOf(probes.url) };
  if (status === 401 || status === 403 || status === 407) return { kind: "needs-key", status };
  // 502 to 504, and Cloudflare's own 520 to 530.
  if ((status >= 502 && status <= 504) || (status >= 520 && status <= 530))
    return { kind: "proxy-down", status };
  if (status === 404 && body.trim() === "404 page not found")
    return { kind: "not-ollama", hint: "path", status };
  return { kind: "not-ollama", hint: hintOf(probes.root), status };
}

function hintOf(root: Probe | undefined): "proxy" | "other" {
  return root?.type === "answered" && root.body.includes("Ollama is running") ? "proxy" : "other";
}

function fromFailure(probes: Probes): Finding {
  const { blind, page, url } = probes;
  if (blind?.type === "opaque" || blind?.type === "answered")
    return { kind: "origin-refused", origin: page.origin };
  const blocked = fromPermission(probes);
  if (blocked) return blocked;
  const isLoopback = kindOfHost(hostOf(url)) === "loopback";
  if (page.isSecure && url.startsWith("http:") && !(isLoopback && probes.permission === "granted")) {
    // A page served from this computer over https is the developer's own; there, too, only Safari blocks.
    return { kind: "mixed-content", isCertain: !isLoopback };
  }
  return blind?.type === "timeout" ? { kind: "timeout", afterMs: blind.afterMs } : { kind: "unreachable" };
}

/** On a page as near as the server the permission reads `prompt` although nothing is asked: it counts only where it is needed. */
function fromPermission({ page, permission, url }: Probes): Finding | undefined {
  if (permission !== "denied" && permission !== "prompt") return undefined;
  if (!needsPermission(page.kind, kindOfHost(hostOf(url)))) return undefined;
  return { kind: "blocked-by-browser", permission, isPageSecure: page.isSecure };
}
