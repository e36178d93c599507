import type { OllamaError } from "#src/core/errors.ts";
import { pullFailure } from "#src/features/models/pull-failure.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** Texts of Ollama's create (server/create.go, server/quantization.go), most telling first. */
const texts: readonly (readonly [RegExp, MessageKey])[] = [
  [/^template error/i, "create.failed.template"],
  [/unsupported quantization type|quantization is only supported/i, "create.failed.quantize"],
  [/not in GGUF format|unknown type|invalid file magic/i, "create.failed.gguf"],
  [/open .*blobs.*no such file|invalid digest format/i, "create.failed.blob"],
  [/neither 'from' or 'files'|no files provided/i, "create.failed.nothing"],
  [/invalid model name/i, "create.failed.name"],
];

/** Why a model was not made, as the key of its text, and the server's own words where there are any. */
export function createFailure(error: OllamaError): { readonly key: MessageKey; readonly details?: string } {
  const pull = pullFailure(error);
  const details = pull.details === undefined ? {} : { details: pull.details };
  switch (error.kind) {
    case "unreachable":
    case "timeout":
      return { key: "create.failed.server" };
    case "cut":
      return { key: "create.failed.cut" };
    case "malformed":
      return { key: "create.failed.malformed", ...details };
    case "http":
    case "in-stream": {
      const known = texts.find(([pattern]) => pattern.test(error.message))?.[1];
      const isOther = pull.key === "models.pullFailed.other";
      return { key: known ?? (isOther ? "create.failed.other" : pull.key), ...details };
    }
    default:
      return { key: "create.failed.other", ...details };
  }
}
