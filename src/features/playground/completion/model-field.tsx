import { changeCompletionForm } from "#src/state/completion-form.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { SelectField } from "#src/ui/select-field.tsx";
import type { CompletionModel } from "./use-completion-model.ts";

export type ModelFieldProps = {
  model: CompletionModel;
  /** Whether to complain that none is chosen. */
  isAsked: boolean;
};

/** Which model completes. One that is not installed stays chosen, and is said to be missing. */
export function ModelField({ model, isAsked }: ModelFieldProps) {
  const t = useT();
  const { name, able, isFailed, isKnown } = model;
  const isMissing = isKnown && name !== "" && !able.includes(name);
  const names = name === "" || able.includes(name) ? able : [name, ...able];
  const isNone = isKnown && able.length === 0;
  const noModel = isAsked && name === "" ? t("completion.noModel") : undefined;
  const hint = isFailed
    ? t("completion.noList")
    : isNone
      ? t("completion.noneAble")
      : isMissing
        ? t("completion.missing", { name })
        : model.isRemote
          ? t("completion.remote", { name })
          : undefined;
  const wanted = isMissing ? name : "llama3.2:latest";
  return (
    <div className="flex flex-col items-start gap-2 [&>:first-child]:w-full">
      <SelectField
        label={t("completion.model")}
        value={name}
        options={[
          ...(name === "" ? [{ value: "", label: t("completion.choose") }] : []),
          ...names.map((value) => ({ value, label: value })),
        ]}
        onChange={(value) => changeCompletionForm({ model: value })}
        error={noModel}
        hint={hint}
      />
      {isNone || isMissing ? (
        <Button onClick={() => openPullDialog(wanted)}>{t("models.pullNamed", { name: wanted })}</Button>
      ) : null}
    </div>
  );
}
