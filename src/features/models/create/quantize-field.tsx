import { canQuantize, quantizations } from "#src/core/models/create-request.ts";
import { useT } from "#src/ui/i18n.tsx";
import { SelectField } from "#src/ui/select-field.tsx";
import type { BaseView } from "./use-base.ts";

export type QuantizeFieldProps = {
  value: string;
  /** Absent where it is made from files. */
  base: BaseView | undefined;
  isRefused: boolean;
  onChange: (value: string) => void;
};

/** Smaller weights, from a model whose weights are whole. */
export function QuantizeField({ value, base, isRefused, onChange }: QuantizeFieldProps) {
  const t = useT();
  const quantization = base?.model?.quantization ?? "";
  const cannot = t("create.cannotQuantize", { name: base?.name ?? "", quantization });
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
