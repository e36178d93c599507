import { keepAliveOf } from "#src/core/models/keep-alive.ts";
import { completionFormats, thinkChoices } from "#src/core/playground/completion-form.ts";
import { unusedFields } from "#src/core/playground/completion-request.ts";
import { checkSchema, type SchemaFault } from "#src/core/playground/schema-fault.ts";
import { changeCompletionForm, useCompletionForm } from "#src/state/completion-form.ts";
import { Area, Field } from "#src/ui/field.tsx";
import { type Translate, useT } from "#src/ui/i18n.tsx";
import { SelectField } from "#src/ui/select-field.tsx";
import { Section } from "./section.tsx";
import type { CompletionModel } from "./use-completion-model.ts";

const schemaExample = '{"type": "object", "properties": {"age": {"type": "integer"}}, "required": ["age"]}';

/** The form of the answer, thinking, and how long the model stays. */
export function AnswerSection({ model, isAsked }: { model: CompletionModel; isAsked: boolean }) {
  const t = useT();
  const format = useCompletionForm((form) => form.format);
  const think = useCompletionForm((form) => form.think);
  const keepAlive = useCompletionForm((form) => form.keepAlive);
  const unused = unusedFields(false, model.capabilities).think;
  const set = [
    ...(format === "text" ? [] : [t(`completion.format.${format}`)]),
    ...(think === "" || unused ? [] : [t("completion.think")]),
    ...(keepAlive === "" ? [] : ["keep_alive"]),
  ];
  return (
    <Section title={t("completion.answer")} note={set.join(", ")}>
      <SelectField
        label={t("completion.format")}
        value={format}
        options={completionFormats.map((value) => ({ value, label: t(`completion.format.${value}`) }))}
        onChange={(value) => changeCompletionForm({ format: value })}
        hint={format === "text" ? undefined : t("completion.formatHint")}
      />
      {format === "schema" ? <SchemaField isAsked={isAsked} /> : null}
      <SelectField
        label={t("completion.think")}
        value={think}
        disabled={unused !== undefined}
        options={thinkChoices.map((value) => ({
          value,
          label: t(`completion.think.${value || "standard"}`),
        }))}
        onChange={(value) => changeCompletionForm({ think: value })}
        hint={unused && t(`completion.unused.${unused}`, { model: model.name })}
      />
      <Field
        label={t("completion.keepAlive")}
        value={keepAlive}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        placeholder="5m"
        onChange={(event) => changeCompletionForm({ keepAlive: event.target.value })}
        hint={t("completion.keepAliveHint")}
        error={keepAliveOf(keepAlive) === null ? t("completion.keepAliveFault") : undefined}
      />
    </Section>
  );
}

function SchemaField({ isAsked }: { isAsked: boolean }) {
  const t = useT();
  const schema = useCompletionForm((form) => form.schema);
  const checked = checkSchema(schema);
  const isShown = !checked.ok && (isAsked || checked.fault.kind !== "empty");
  return (
    <Area
      label={t("completion.schema")}
      rows={8}
      dir="ltr"
      spellCheck={false}
      style={{ fontFamily: "var(--font-mono)" }}
      value={schema}
      onChange={(event) => changeCompletionForm({ schema: event.target.value })}
      hint={t("completion.schemaHint", { example: schemaExample })}
      error={isShown ? schemaFaultText(checked.fault, t) : undefined}
    />
  );
}

function schemaFaultText(fault: SchemaFault, t: Translate): string {
  switch (fault.kind) {
    case "empty":
    case "object":
      return t(`completion.schemaFault.${fault.kind}`);
    case "shape":
      return t(`completion.schemaFault.${fault.shape}At`, { path: fault.path || t("completion.root") });
    case "type":
      return t("completion.schemaFault.type", {
        path: fault.path || t("completion.root"),
        found: fault.found,
      });
    case "syntax":
      return t(fault.found === "" ? "completion.schemaFault.end" : "completion.schemaFault.syntax", {
        line: fault.line,
        column: fault.column,
        found: fault.found,
      });
  }
}
