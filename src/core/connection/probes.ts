import { asRecord, parseJson } from "#src/core/stream/json.ts";
import type { HostKind } from "./host-kind.ts";

/** What one request told. `opaque`: a no-cors answer, which proves only that something answers HTTP. */
export type Probe =
  | {
      readonly type: "answered";
      readonly status: number;
      readonly body: string;
      /** Where the answer came from, if the browser followed a redirect to it. */
      readonly redirectedTo?: string;
    }
  | { readonly type: "opaque" }
  /** A redirect that pages may see, to something that they may not. */
  | { readonly type: "redirect" }
  | { readonly type: "failed" }
  | { readonly type: "timeout"; readonly afterMs: number };

/** The page that asks: its origin (`null` as text for a file), and how near its host is. */
export type Page = { readonly origin: string; readonly isSecure: boolean; readonly kind: HostKind };

/** The state of the browser's permission to reach nearer networks. */
export type Permission = "granted" | "denied" | "prompt";

/**
 * `version` GET /api/version with the server's own headers, `bare` without them, `header` with one of them; `write` and
 * `bare-write` POST /api/show of a model without a name; `blind` GET / as a page that does not read; `manual` GET /api/version
 * without following redirects; `slash` GET /api/version/; `models` GET /v1/models. Of another address than the one in question:
 * `base` without the path, `twin` under another name of this computer, `port` at Ollama's own port, `scheme` over http instead of
 * https or the reverse.
 */
export type StepName =
  | "version"
  | "bare"
  | "header"
  | "root"
  | "write"
  | "bare-write"
  | "blind"
  | "manual"
  | "slash"
  | "models"
  | "base"
  | "twin"
  | "port"
  | "scheme"
  | "scheme-blind";

/** One request of the doctor, and what it told. */
export type Step = {
  readonly name: StepName;
  /** Address of the server that was asked: the one in question, or one beside it. */
  readonly server: string;
  readonly method: "GET" | "POST";
  readonly path: string;
  /** Names of the server's own headers that it carried; never their values. */
  readonly headers: readonly string[];
  readonly probe: Probe;
  /** How long it took, in milliseconds. */
  readonly ms: number;
};

/** All that a diagnosis is made of. */
export type Evidence = {
  /** Normalised address of the server. */
  readonly url: string;
  readonly page: Page;
  readonly steps: readonly Step[];
  /** The server is known to speak OpenAI's API: what holds of Ollama alone does not hold of it. */
  readonly isOpenAi?: boolean;
  /** Absent where the browser knows no such permission. */
  readonly permission?: Permission | undefined;
  /**
   * The browser certainly keeps pages off nearer networks until the permission is given. Others know the permission, read `prompt`,
   * and let the request pass.
   */
  readonly isGated?: boolean;
  /** The browser itself says that it has no network. */
  readonly isOffline?: boolean;
  /** The page's own policy (CSP) forbade a request to this server. */
  readonly isForbidden?: boolean;
};

/** Version in the body of `/api/version`, if it is one. */
export function versionIn(body: string): string | undefined {
  const version = asRecord(parseJson(body))?.["version"];
  return typeof version === "string" ? version : undefined;
}

/** The version that a probe of `/api/version` was answered with. */
export function versionOf(probe: Probe | undefined): string | undefined {
  const isGood = probe?.type === "answered" && probe.status >= 200 && probe.status < 300;
  return isGood ? versionIn(probe.body) : undefined;
}

/** What the first step of a name told. */
export function probeOf({ steps }: Evidence, name: StepName): Probe | undefined {
  return steps.find((step) => step.name === name)?.probe;
}
