import { parameterOf } from "#src/core/models/parameter-reference.ts";
import type { ParameterValue } from "#src/core/models/parameters-text.ts";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";

export type ParametersPanelProps = { parameters: ReadonlyMap<string, readonly ParameterValue[]> };

/** The parameters that the model brings with it, and what each is for. */
export function ParametersPanel({ parameters }: ParametersPanelProps) {
  const t = useT();
  if (parameters.size === 0) return <p className="text-muted">{t("details.noParameters")}</p>;
  // The server's order is another each time.
  // oxlint-disable-next-line unicorn/no-array-sort
  const rows = [...parameters].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <table className="w-full text-start">
      <thead className="facts max-sm:sr-only">
        <tr className="border-b border-line">
          {(["name", "value", "meaning"] as const).map((column) => (
            <th key={column} scope="col" className="py-1.5 pe-4 text-start font-medium">
              {t(`details.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, values]) => (
          <tr key={name} className="border-b border-line align-baseline max-sm:block max-sm:py-2">
            <th
              scope="row"
              className="py-2 pe-4 text-start font-mono text-facts font-medium max-sm:block max-sm:py-0"
            >
              {name}
            </th>
            <td className="py-2 pe-4 font-mono text-facts max-sm:block max-sm:py-1">
              {/* A Modelfile may say the same twice. */}
              {[...new Set(values)].map((value) => (
                <span
                  key={String(value)}
                  className="me-2 inline-block wrap-anywhere whitespace-pre-wrap"
                  dir="ltr"
                >
                  {typeof value === "string" ? JSON.stringify(value) : String(value)}
                </span>
              ))}
            </td>
            <td className="py-2 text-muted max-sm:block max-sm:py-0">
              {parameterOf(name) ? t(`parameters.${name}` as MessageKey) : t("details.unknownParameter")}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
