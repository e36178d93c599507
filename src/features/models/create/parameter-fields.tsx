import { useState } from "react";
import type { CreateFields } from "#src/core/models/create-fields.ts";
import type { CreateFault } from "#src/core/models/create-request.ts";
import { type ParameterGroup, parameterReference } from "#src/core/models/parameter-reference.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ParameterField } from "./parameter-field.tsx";
import { TextList } from "./text-list.tsx";
import type { BaseView } from "./use-base.ts";

export type ParameterFieldsProps = {
  fields: CreateFields;
  set: (patch: Partial<CreateFields>) => void;
  base: BaseView | undefined;
  faults: readonly Extract<CreateFault, { field: "parameter" }>[];
};

const groups = ["sampling", "length", "repetition", "loading"] as const satisfies readonly ParameterGroup[];

/** All parameters with what they mean. Only those that are set go into the model; the others stay the base's. */
export function ParameterFields(props: ParameterFieldsProps) {
  const t = useT();
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t("create.parameters")}</legend>
      <p className="facts mt-0.5 mb-2">
        {t(props.base ? "create.parametersHint" : "create.parametersFiles")}
      </p>
      <div className="flex flex-col gap-2">
        {groups.map((group) => (
          <Group key={group} group={group} {...props} />
        ))}
      </div>
    </fieldset>
  );
}

function Group({ group, fields, set, base, faults }: ParameterFieldsProps & { group: ParameterGroup }) {
  const t = useT();
  const references = parameterReference.filter((reference) => reference.group === group);
  const count =
    references.filter(({ name }) => fields.parameters[name] !== undefined).length +
    (group === "length" && fields.stop.length > 0 ? 1 : 0);
  // As it was when the page came; from then on the user folds it.
  const [isOpen] = useState(group === "sampling" || count > 0);

  function setOne(name: string, value: string) {
    const { [name]: _, ...rest } = fields.parameters;
    set({ parameters: value === "" ? rest : { ...fields.parameters, [name]: value } });
  }

  return (
    <details open={isOpen} className="rounded-panel border border-line px-4 py-3">
      <summary className="font-medium">
        {t(`create.group.${group}`)}
        {count > 0 ? <span className="facts ms-2">{t("create.groupSet", { count })}</span> : null}
      </summary>
      <div className="mt-3 grid gap-x-4 gap-y-4 sm:grid-cols-2">
        {references.map((reference) =>
          reference.kind === "strings" ? (
            <div key={reference.name} className="sm:col-span-2">
              <TextList
                legend={reference.name}
                hint={base ? `${t("parameters.stop")} ${t("create.stopHint")}` : t("parameters.stop")}
                label={(number) => t("create.stop", { number })}
                add={t("create.stopAdd")}
                remove={(number) => t("create.stopRemove", { number })}
                rows={1}
                values={fields.stop}
                base={base?.show?.parameters.get("stop")?.map(String)}
                onChange={(stop) => set({ stop })}
              />
            </div>
          ) : (
            <ParameterField
              key={reference.name}
              reference={reference}
              value={fields.parameters[reference.name] ?? ""}
              base={base?.show?.parameters.get(reference.name)?.at(-1)}
              fault={faults.find(({ name }) => name === reference.name)?.fault}
              onChange={(value) => setOne(reference.name, value)}
            />
          ),
        )}
      </div>
    </details>
  );
}
