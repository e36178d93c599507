import type { OllamaError } from "#src/core/errors.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** Texts of Ollama and of its registry client (server/images.go, server/upload.go), most telling first. */
const texts: readonly (readonly [RegExp, MessageKey])[] = [
  [/unauthorized|access denied|\b40[13]\b/i, "actions.pushFailed.denied"],
  [/unqualified name|invalid model name|model is required/i, "actions.pushFailed.name"],
  [/no such file or directory|couldn't retrieve manifest/i, "actions.pushFailed.missing"],
  [/HTTP response to HTTPS client|TLS handshake|tls:|x509/i, "actions.pushFailed.tls"],
  [
    /no such host|dial tcp|connection refused|network is unreachable|i\/o timeout/i,
    "actions.pushFailed.offline",
  ],
  [/deadline exceeded|max retries exceeded|EOF|connection reset|broken pipe/i, "actions.pushFailed.broken"],
];

/** The cause of a push's end, as the key of its text, and the server's own words where there are any. */
export function pushFailure(error: OllamaError): { readonly key: MessageKey; readonly details?: string } {
  switch (error.kind) {
    case "in-stream":
      return { key: keyOf(error.message), details: error.message };
    case "http":
      return { key: keyOf(error.message), details: `${error.status} ${error.message}`.trim() };
    case "unreachable":
    case "timeout":
      return { key: "actions.pushFailed.server" };
    case "cut":
      return { key: "actions.pushFailed.cut" };
    case "malformed":
      return { key: "actions.pushFailed.other", details: error.sample };
    case "app":
      return { key: "actions.pushFailed.other", details: error.message };
    case "lost-reason":
      return { key: "actions.pushFailed.other" };
  }
}

function keyOf(message: string): MessageKey {
  return texts.find(([pattern]) => pattern.test(message))?.[1] ?? "actions.pushFailed.other";
}
