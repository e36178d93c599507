import type { OllamaError } from "#src/core/errors.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";
import { type EndFailure, endFailure, keyOfWords } from "./end-failure.ts";

/** Texts of Ollama and of its registry client (server/images.go, server/download.go), most telling first. */
export const pullTexts: readonly (readonly [RegExp, MessageKey])[] = [
  [/requires a newer version of Ollama/i, "models.pullFailed.newer"],
  [/requires MLX support/i, "models.pullFailed.mlx"],
  [/no space left on device|not enough space/i, "models.pullFailed.space"],
  [/HTTP response to HTTPS client|does not look like a TLS handshake/i, "models.pullFailed.tls"],
  [/digest mismatch/i, "models.pullFailed.damaged"],
  [/file does not exist|invalid model name|manifest unknown/i, "models.pullFailed.unknown"],
  [/unauthorized|access denied|realm host|\b40[13]\b/i, "models.pullFailed.denied"],
  [
    /no such host|dial tcp|connection refused|network is unreachable|i\/o timeout|TLS handshake/i,
    "models.pullFailed.offline",
  ],
  [/deadline exceeded|max retries exceeded|unexpected EOF|connection reset/i, "models.pullFailed.broken"],
];

/** The cause of a pull's end. */
export function pullFailure(error: OllamaError): EndFailure {
  return endFailure(error, {
    server: "models.pullFailed.server",
    cut: "models.pullFailed.cut",
    malformed: "models.pullFailed.malformed",
    other: "models.pullFailed.other",
    ofWords: (message) => keyOfWords(pullTexts, message),
  });
}
