import type { OllamaError } from "#src/core/errors.ts";
import { type EndFailure, endFailure, keyOfWords } from "#src/features/models/end-failure.ts";
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

/** The cause of a push's end. */
export function pushFailure(error: OllamaError): EndFailure {
  return endFailure(error, {
    server: "actions.pushFailed.server",
    cut: "actions.pushFailed.cut",
    other: "actions.pushFailed.other",
    ofWords: (message) => keyOfWords(texts, message),
  });
}
