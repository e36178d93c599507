import { unusedFields } from "#src/core/playground/completion-request.ts";
import { changeCompletionForm, useCompletionForm } from "#src/state/completion-form.ts";
import { BigArea } from "#src/ui/big-area.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { Section } from "./section.tsx";
import type { CompletionModel } from "./use-completion-model.ts";

const fields = ["suffix", "system", "template"] as const;
const examples = { suffix: "", system: "", template: "{{ .System }} {{ .Prompt }}" } as const;

/** What stands around the prompt. A field that does not count says why, and keeps what is in it. */
export function TextSection({ model }: { model: CompletionModel }) {
  const t = useT();
  const raw = useCompletionForm((form) => form.raw);
  const texts = {
    suffix: useCompletionForm((form) => form.suffix),
    system: useCompletionForm((form) => form.system),
    template: useCompletionForm((form) => form.template),
  };
  const unused = unusedFields(raw, model.capabilities);
  const set = [...fields.filter((name) => texts[name] !== ""), ...(raw ? ["raw"] : [])];
  return (
    <Section title={t("completion.texts")} note={set.join(", ")}>
      {fields.map((name) => {
        const reason = unused[name];
        return (
          <BigArea
            key={name}
            label={t(`completion.${name}`)}
            rows={name === "suffix" ? 2 : 3}
            spellCheck={name === "system"}
            value={texts[name]}
            onChange={(text) => changeCompletionForm({ [name]: text })}
            hint={
              reason
                ? t(`completion.unused.${reason}`, { model: model.name })
                : t(`completion.${name}Hint`, { example: examples[name] })
            }
          />
        );
      })}
      <div>
        <label className="flex min-h-8 items-center gap-2 font-medium pointer-coarse:min-h-11">
          <input
            type="checkbox"
            checked={raw}
            aria-describedby="completion-raw-note"
            className="size-4 accent-accent"
            onChange={(event) => changeCompletionForm({ raw: event.target.checked })}
          />
          {t("completion.raw")}
        </label>
        <p id="completion-raw-note" className="facts">
          {t("completion.rawHint")}
        </p>
      </div>
    </Section>
  );
}
