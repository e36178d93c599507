import type { CreateDraft } from "#src/core/models/create-draft.ts";
import type { CreateFields } from "#src/core/models/create-fields.ts";
import type { CreateFault } from "#src/core/models/create-request.ts";
import { isUnprintable } from "#src/core/models/modelfile-print.ts";
import { BigArea } from "#src/ui/big-area.tsx";
import { Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { MessageFields } from "./message-fields.tsx";
import { ParameterFields } from "./parameter-fields.tsx";
import { TextList } from "./text-list.tsx";
import type { BaseView } from "./use-base.ts";
import type { ChangeDraft } from "./use-create-draft.ts";

export type CreateFormProps = {
  draft: CreateDraft;
  change: ChangeDraft;
  /** Absent where it is made from files. */
  base: BaseView | undefined;
  faults: readonly CreateFault[];
};

/** Everything that a Modelfile can say, as fields. */
export function CreateForm({ draft: { fields }, change, base, faults }: CreateFormProps) {
  const t = useT();
  const set = (patch: Partial<CreateFields>) =>
    change((now) => ({ ...now, fields: { ...now.fields, ...patch } }));
  const unprintable = (text: string) => (isUnprintable(text) ? t("create.unprintable") : undefined);
  return (
    <>
      <BigArea
        label={t("create.system")}
        rows={4}
        hint={unprintable(fields.system) ?? t(base ? "create.keepHint" : "create.systemFiles")}
        value={fields.system}
        onChange={(system) => set({ system })}
      />
      <ParameterFields
        fields={fields}
        set={set}
        base={base}
        faults={faults.flatMap((fault) => (fault.field === "parameter" ? [fault] : []))}
      />
      <MessageFields
        hint={t(base ? "create.messagesHint" : "create.messagesFiles")}
        messages={fields.messages}
        onChange={(messages) => set({ messages })}
      />
      <BigArea
        label={t("create.template")}
        rows={4}
        className="[&_textarea]:font-mono"
        hint={unprintable(fields.template) ?? t(base ? "create.templateHint" : "create.templateFiles")}
        value={fields.template}
        onChange={(template) => set({ template })}
      />
      <TextList
        legend={t("create.licenses")}
        hint={base && t("create.licensesHint")}
        label={(number) => t("create.license", { number })}
        add={t("create.licenseAdd")}
        remove={(number) => t("create.licenseRemove", { number })}
        rows={3}
        values={fields.licenses}
        onChange={(licenses) => set({ licenses })}
      />
      <details className="rounded-panel border border-line px-4 py-3">
        <summary className="font-medium">{t("create.rare")}</summary>
        <div className="mt-3 grid gap-4 sm:grid-cols-3">
          <Field
            label={t("create.renderer")}
            hint={t("create.rendererHint")}
            dir="ltr"
            value={fields.renderer}
            onChange={({ target }) => set({ renderer: target.value })}
          />
          <Field
            label={t("create.parser")}
            hint={t("create.parserHint")}
            dir="ltr"
            value={fields.parser}
            onChange={({ target }) => set({ parser: target.value })}
          />
          <Field
            label={t("create.requires")}
            hint={t("create.requiresHint")}
            placeholder="0.14.0"
            dir="ltr"
            error={faults.some(({ field }) => field === "requires") ? t("create.fault.requires") : undefined}
            value={fields.requires}
            onChange={({ target }) => set({ requires: target.value })}
          />
        </div>
      </details>
    </>
  );
}
