import type { AddressFault } from "./address.ts";
import type { Cause } from "./causes.ts";
import type { Evidence } from "./probes.ts";

/**
 * What stands between this page and the server, or nothing: its kind, the causes that remain possible (most likely first; one that
 * is certain is alone), and what was tried. The cheap check of a server has neither causes nor evidence.
 */
export type Finding = FindingKind & {
  readonly causes?: readonly Cause[];
  readonly evidence?: Evidence;
};

export type FindingKind =
  | { readonly kind: "connected"; readonly version: string }
  /** Reading works, but a request that the browser asks about beforehand (a preflight) does not. */
  | { readonly kind: "writes-blocked"; readonly version: string }
  | { readonly kind: "unreachable" }
  /** The server's address leads to another one; `to`, where it is known. */
  | { readonly kind: "redirected"; readonly to?: string }
  /** A header of this server's settings is not among those that it lets pages send. */
  | { readonly kind: "header-refused"; readonly names: readonly string[] }
  /** A server answers, but not for this page's origin; on another port than Ollama's it may be another program. */
  | { readonly kind: "origin-refused"; readonly origin: string }
  /** Not certain where a proxy may have made Ollama's refusal of this page's origin readable. */
  | { readonly kind: "host-refused"; readonly host: string; readonly isCertain: boolean }
  /** Local Network Access: `prompt` while the browser's question is open; an insecure page is always `denied`. */
  | {
      readonly kind: "blocked-by-browser";
      readonly permission: "denied" | "prompt";
      readonly isPageSecure: boolean;
    }
  /** An https page and an http server. Not certain for a server on this computer: only Safari blocks those. */
  | { readonly kind: "mixed-content"; readonly isCertain: boolean }
  /** `path`: Ollama or another server of its kind, under another path. `proxy`: Ollama behind a proxy that rewrites paths. */
  | { readonly kind: "not-ollama"; readonly hint: "path" | "proxy" | "other"; readonly status: number }
  /** `path`: of a server that speaks OpenAI's API. Without a status: what it said could not be read. */
  | { readonly kind: "needs-key"; readonly status?: number; readonly path?: "/v1/models" }
  | { readonly kind: "proxy-down"; readonly status: number; readonly path?: "/v1/models" }
  | { readonly kind: "timeout"; readonly afterMs: number }
  | { readonly kind: "bad-address"; readonly reason: AddressFault };

/** The states of the interface contract. */
export type ConnectionState =
  | "connected"
  | "checking"
  | "unreachable"
  | "origin refused"
  | "host refused"
  | "blocked by the browser"
  | "not Ollama"
  | "needs a key";

/** The state that a finding is shown as; `checking` before there is one. */
export function stateOf(finding: Finding | undefined): ConnectionState {
  switch (finding?.kind) {
    case undefined:
      return "checking";
    case "connected":
      return "connected";
    // Ollama answers every preflight of an origin that it allows, so something on the way refuses this page's.
    case "writes-blocked":
    case "origin-refused":
      return "origin refused";
    case "host-refused":
      return "host refused";
    // The browser asks for each header beforehand, and sends none that is not allowed.
    case "header-refused":
    case "blocked-by-browser":
    case "mixed-content":
      return "blocked by the browser";
    case "not-ollama":
      return "not Ollama";
    case "needs-key":
      return "needs a key";
    case "unreachable":
    case "redirected":
    case "proxy-down":
    case "timeout":
    case "bad-address":
      return "unreachable";
  }
}
