import { canQuantize, quantizations } from "#src/core/models/create-request.ts";
import { useT } from "#src/ui/i18n.tsx";
import { SelectField } from "#src/ui/select-field.tsx";

export type QuantizeFieldProps = {
  value: string;
  /** What is to be quantised: a base or a file. */
  name: string;
  /** Of its weights; empty where unknown. */
  quantization: string;
  isRefused: boolean;
  onChange: (value: string) => void;
};

/** Smaller weights, from a model whose weights are whole. */
export function QuantizeField({ value, name, quantization, isRefused, onChange }: QuantizeFieldProps) {
  const t = useT();
  const cannot = t("create.cannotQuantize", { name, quantization });
  const isAble = canQuantize(quantization);
  return (
    <SelectField
      label={t("create.quantize")}
      value={value}
      options={[
        { value: "", label: t("create.quantizeNone") },
        ...quantizations.map((kind) => ({ value: kind, label: kind })),
      ]}
      hint={isAble ? t("create.quantizeHint") : cannot}
      error={(isRefused || value !== "") && !isAble ? cannot : undefined}
      onChange={onChange}
    />
  );
}
