import type { OllamaError } from "#src/core/errors.ts";
import { type EndFailure, endFailure, keyOfWords } from "#src/features/models/end-failure.ts";
import { pullTexts } from "#src/features/models/pull-failure.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** Texts of Ollama's create (server/create.go, server/quantization.go), most telling first. */
const texts: readonly (readonly [RegExp, MessageKey])[] = [
  [/^template error/i, "create.failed.template"],
  [/unsupported quantization type|quantization is only supported/i, "create.failed.quantize"],
  [/only one adapter|adapters are no longer/i, "create.failed.adapter"],
  [/not in GGUF format|unknown type|invalid file magic/i, "create.failed.gguf"],
  [/open .*blobs.*no such file|invalid digest format/i, "create.failed.blob"],
  [/neither 'from' or 'files'|no files provided/i, "create.failed.nothing"],
  [/invalid model name/i, "create.failed.name"],
];

/** Why a model was not made; making may pull its base first. */
export function createFailure(error: OllamaError): EndFailure {
  return endFailure(error, {
    server: "create.failed.server",
    cut: "create.failed.cut",
    malformed: "create.failed.malformed",
    other: "create.failed.other",
    ofWords: (message) => keyOfWords([...texts, ...pullTexts], message),
  });
}
