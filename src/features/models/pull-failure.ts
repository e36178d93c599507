import type { OllamaError } from "#src/core/errors.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** Texts of Ollama and of its registry client (server/images.go, server/download.go), most telling first. */
const texts: readonly (readonly [RegExp, MessageKey])[] = [
  [/requires a newer version of Ollama/i, "models.pullFailed.newer"],
  [/requires MLX support/i, "models.pullFailed.mlx"],
  [/no space left on device|not enough space/i, "models.pullFailed.space"],
  [/digest mismatch/i, "models.pullFailed.damaged"],
  [/file does not exist|invalid model name|manifest unknown/i, "models.pullFailed.unknown"],
  [/unauthorized|access denied|realm host|\b40[13]\b/i, "models.pullFailed.denied"],
  [
    /no such host|dial tcp|connection refused|network is unreachable|i\/o timeout|TLS handshake/i,
    "models.pullFailed.offline",
  ],
  [/deadline exceeded|max retries exceeded|unexpected EOF|connection reset/i, "models.pullFailed.broken"],
];

/** The cause of a pull's end, as the key of its text, and the server's own words where there are any. */
export function pullFailure(error: OllamaError): { readonly key: MessageKey; readonly details?: string } {
  switch (error.kind) {
    case "in-stream":
      return { key: keyOf(error.message), details: error.message };
    case "http":
      return { key: keyOf(error.message), details: `${error.status} ${error.message}`.trim() };
    case "unreachable":
    case "timeout":
      return { key: "models.pullFailed.server" };
    case "cut":
      return { key: "models.pullFailed.cut" };
    case "malformed":
      return { key: "models.pullFailed.malformed", details: error.sample };
    case "app":
      return { key: "models.pullFailed.other", details: error.message };
    case "lost-reason":
      return { key: "models.pullFailed.other" };
  }
}

function keyOf(message: string): MessageKey {
  return texts.find(([pattern]) => pattern.test(message))?.[1] ?? "models.pullFailed.other";
}
