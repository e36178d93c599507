import type { Program } from "./probes-program.ts";

export type CauseKind =
  // Nothing came back.
  | "server-down"
  | "wrong-address"
  | "local-only"
  | "name-unknown"
  | "offline"
  | "blocked-port"
  | "firewall"
  | "asleep"
  | "hangs"
  | "extension"
  | "certificate"
  // What the browser or the page forbids.
  | "page-policy"
  | "permission-asked"
  | "permission-denied"
  | "page-insecure"
  | "mixed-content"
  // Ollama, but elsewhere.
  | "wrong-port"
  | "address-family"
  | "speaks-http"
  | "speaks-https"
  | "other-path"
  | "redirect"
  // Something answers, and refuses.
  | "origin-refused"
  | "file-origin"
  | "host-refused"
  | "header-refused"
  | "preflight-refused"
  | "login"
  | "key-refused"
  | "proxy-down"
  | "proxy-error"
  | "headers-twice"
  | "path-rewritten"
  | "other-program";

/**
 * What may stand between page and server. `certain`: it was seen, and is the only one; `likely` and `possible`: it is one of
 * those that remain, the first the most likely.
 */
export type Cause = {
  readonly kind: CauseKind;
  readonly certainty: "certain" | "likely" | "possible";
  /** An address at which Ollama did answer. */
  readonly works?: string | undefined;
  /** Names of headers. */
  readonly names?: readonly string[];
  readonly status?: number;
  readonly program?: Program;
};

/** The only cause there is. */
export function certain(kind: CauseKind, facts: Omit<Cause, "kind" | "certainty"> = {}): readonly Cause[] {
  return [{ kind, certainty: "certain", ...facts }];
}

/** All that remain possible, the first of them likely. */
export function oneOf(...kinds: readonly (CauseKind | false)[]): readonly Cause[] {
  return kinds
    .filter((kind) => kind !== false)
    .map((kind, at) => ({ kind, certainty: at === 0 ? "likely" : "possible" }));
}
