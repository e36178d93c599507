import { type NameFault, parseModelName } from "#src/core/models/name.ts";
import { asCode, Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type NameFieldProps = {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
};

/** A box for the name of a model that is to come. */
export function NameField({ value, onChange, hint, ...props }: NameFieldProps) {
  const t = useT();
  const parsed = parseModelName(value);
  const isRewritten = parsed.ok && parsed.name !== value.trim();
  return (
    <Field
      {...props}
      // The dialog is about this name.
      // oxlint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      {...asCode}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      hint={isRewritten ? t("actions.readAs", { name: parsed.name }) : hint}
    />
  );
}

export function nameFaultKey(fault: NameFault) {
  return `models.nameFault.${fault}` as const;
}
