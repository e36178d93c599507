import { keepAliveOf } from "#src/core/models/keep-alive.ts";
import { dimensionsOf, textsOf } from "#src/core/playground/embedding.ts";
import type { EmbeddingTask } from "#src/state/embeddings.ts";
import type { EmbeddingForm } from "#src/state/embeddings-form.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** Why a field is not accepted. */
export type FormFaults = { readonly [field in "model" | "text" | "dimensions" | "keepAlive"]?: MessageKey };

/** A form as a task, or what is wrong with it. `model` is the one that is shown as chosen. */
export function readForm(
  form: EmbeddingForm,
  model: string,
  server: string,
): { readonly task: EmbeddingTask; readonly faults?: undefined } | { readonly faults: FormFaults } {
  const texts = textsOf(form.text, form.split);
  const dimensions = dimensionsOf(form.dimensions);
  const keepAlive = keepAliveOf(form.keepAlive);
  if (model === "" || texts.length === 0 || dimensions === null || keepAlive === null)
    return {
      faults: {
        ...(model === "" && { model: "embeddings.fault.model" as const }),
        ...(texts.length === 0 && { text: "embeddings.fault.text" as const }),
        ...(dimensions === null && { dimensions: "embeddings.fault.dimensions" as const }),
        ...(keepAlive === null && { keepAlive: "embeddings.fault.keepAlive" as const }),
      },
    };
  return {
    task: {
      server,
      model,
      texts,
      truncate: form.truncate,
      ...(dimensions === undefined ? {} : { dimensions }),
      ...(keepAlive === undefined ? {} : { keepAlive }),
    },
  };
}
