import { isRemote } from "#src/core/models/model.ts";
import { type NameFault, parseModelName, sameModel } from "#src/core/models/name.ts";
import { useModels } from "#src/features/models/use-models.ts";
import { asCode, Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type NameFieldProps = {
  value: string;
  fault: NameFault | undefined;
  onChange: (name: string) => void;
};

/** The new model's name, as Ollama will have it. */
export function NameField({ value, fault, onChange }: NameFieldProps) {
  const t = useT();
  const { models = [] } = useModels();
  const parsed = parseModelName(value);
  const isThere = parsed.ok && models.some(({ name }) => sameModel(name, parsed.name));
  const hint = hintOf(parsed.ok ? parsed.name : "", isThere);
  return (
    <Field
      label={t("create.name")}
      placeholder="my-model"
      {...asCode}
      value={value}
      error={fault && t(`models.nameFault.${fault}`)}
      hint={t(hint, { name: parsed.ok ? parsed.name : "" })}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function hintOf(name: string, isThere: boolean) {
  if (name === "") return "create.nameHint";
  if (isRemote({ name })) return "create.nameRemote";
  return isThere ? "create.nameThere" : "create.nameAs";
}
