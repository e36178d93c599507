import { causeOf, type OllamaError } from "#src/core/errors.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** The cause of a failed request as the key of its text (`….next` is what to do), and the server's own words. */
export function embeddingFailure(error: OllamaError): {
  readonly key: MessageKey & `embeddings.failed.${string}`;
  readonly details?: string;
} {
  const details = detailsOf(error);
  return { key: `embeddings.failed.${stemOf(error)}`, ...(details ? { details } : {}) };
}

/** Texts of llama-server and of routes.go (EmbedHandler). */
function stemOf(error: OllamaError) {
  if (error.kind === "http") {
    if (error.status === 501 || /does not support embedd?ings?/i.test(error.message)) return "cannot";
    if (/exceeds (the|maximum) context length/i.test(error.message)) return "long";
  }
  switch (causeOf(error)) {
    case "model-gone":
      return "gone";
    case "out-of-memory":
      return "memory";
    case "load-failed":
    case "runner-died":
      return "runner";
    case "unreachable":
    case "cut":
    case "timeout":
      return "lost";
    case "malformed":
      return "malformed";
    case "busy":
      return "busy";
    default:
      return "other";
  }
}

function detailsOf(error: OllamaError): string | undefined {
  if (error.kind === "http") return `${error.status} ${error.message}`.trim();
  if (error.kind === "in-stream" || error.kind === "app") return error.message;
  return error.kind === "malformed" ? error.sample : undefined;
}
