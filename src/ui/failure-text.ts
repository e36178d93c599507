import { type Cause, causeOf, type OllamaError } from "#src/core/errors.ts";
import { formatDuration } from "./figures.ts";
import type { MessageKey, Translate } from "./i18n.tsx";

export type FailureText = {
  readonly cause: string;
  readonly next: string;
  /** The server's own words, where they say more than the cause. */
  readonly details?: string;
  readonly signinUrl?: string;
};

const stems = {
  "model-gone": "errors.modelGone",
  "out-of-memory": "errors.memory",
  "load-failed": "errors.load",
  "runner-died": "errors.died",
  unauthorised: "errors.unauthorised",
  refused: "errors.refused",
  "too-large": "errors.tooLarge",
  "too-long": "errors.tooLong",
  "rate-limited": "errors.rateLimited",
  busy: "errors.busy",
  "no-thinking": "errors.noThinking",
  "no-images": "errors.noImages",
  "no-tools": "errors.noTools",
  "no-chat": "errors.noChat",
  malformed: "errors.malformed",
  timeout: "errors.timeout",
  proxy: "errors.proxy",
  server: "errors.server",
  app: "errors.app",
} as const satisfies Partial<Record<Cause, MessageKey>>;

/** The words of the connection's states, as a stored reply has them, to the texts of a failure. */
const findings: Readonly<Record<string, MessageKey>> = {
  // It answers now: what failed was that one request.
  connected: "errors.dropped",
  offline: "errors.offline",
  "origin refused": "errors.originRefused",
  "host refused": "errors.hostRefused",
  "blocked by the browser": "errors.blocked",
  "not Ollama": "errors.notOllama",
  "needs a key": "errors.needsKey",
};

/** Who was asked: the model's name, and the server's address where it is known. */
export type Asked = { readonly model: string; readonly server?: string | undefined };

/** Cause and next step of a failed request in the user's language. */
export function failureText(
  error: OllamaError,
  asked: Asked,
  t: Translate,
  locale: string,
  origin: string,
): FailureText {
  const cause = causeOf(error);
  const stem = stemOf(error, cause);
  const values = {
    model: asked.model,
    host: (asked.server ?? "").replace(/^https?:\/\//, ""),
    origin,
    status: error.kind === "http" ? error.status : "",
    time: error.kind === "timeout" ? formatDuration(error.afterMs, locale) : "",
  };
  const next = `${stem === "errors.serverStream" ? "errors.server" : stem}.next` as MessageKey;
  const details = detailsOf(error);
  return {
    cause: t(stem, values),
    next: t(next, values),
    ...(details ? { details } : {}),
    ...(error.kind === "http" && error.signinUrl && error.signinUrl.startsWith("https://")
      ? { signinUrl: error.signinUrl }
      : {}),
  };
}

function stemOf(error: OllamaError, cause: Cause): MessageKey {
  if (error.kind === "unreachable") return findings[error.finding ?? ""] ?? "errors.unreachable";
  if (error.kind === "cut") return `errors.cut.${error.how}`;
  if (error.kind === "lost-reason") return error.modelLeftMemory ? "errors.lost.left" : "errors.lost";
  // Ollama's own refusal says where to sign in.
  if (error.kind === "http" && cause === "unauthorised" && !error.signinUrl) return "errors.needsKey";
  if (error.kind === "in-stream" && cause === "server") return "errors.serverStream";
  if (cause === "unreachable" || cause === "cut" || cause === "lost-reason") return "errors.server";
  return stems[cause];
}

function detailsOf(error: OllamaError): string | undefined {
  if (error.kind === "http" || error.kind === "in-stream" || error.kind === "app") return error.message;
  if (error.kind === "malformed") return error.sample;
  return undefined;
}
