import { parameterReference } from "#src/core/models/parameter-reference.ts";
import { useCompletionForm } from "#src/state/completion-form.ts";
import { useT } from "#src/ui/i18n.tsx";
import { OptionField } from "./option-field.tsx";
import { Section } from "./section.tsx";

const groups = ["length", "sampling", "repetition", "loading"] as const;

/** All options that Ollama knows. */
export function OptionSection() {
  const t = useT();
  const count = useCompletionForm(
    ({ options }) => parameterReference.filter(({ name }) => options[name]?.trim()).length,
  );
  return (
    <Section
      title={t("completion.options")}
      note={count === 0 ? undefined : t("completion.optionsSet", { count })}
    >
      <p className="facts">{t("completion.optionsAbout")}</p>
      {groups.map((group) => (
        <fieldset key={group} className="min-w-0">
          <legend className="mb-2 font-semibold">{t(`completion.group.${group}`)}</legend>
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2">
            {parameterReference
              .filter((option) => option.group === group)
              .map((option) => (
                <OptionField key={option.name} option={option} />
              ))}
          </div>
        </fieldset>
      ))}
    </Section>
  );
}
