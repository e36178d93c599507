import type { InfoRow } from "#src/core/models/model-info.ts";
import { Button } from "#src/ui/button.tsx";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** Longest value that is shown in its row, in characters, and fewest values of an array that is cut. */
const longest = 160;
const many = 8;

export type InfoTableProps = { rows: readonly InfoRow[]; onOpen: (row: InfoRow) => void };

/** Metadata by groups: one table body each. */
export function InfoTable({ rows, onOpen }: InfoTableProps) {
  const t = useT();
  if (rows.length === 0) return null;
  const groups = [...new Set(rows.map(({ group }) => group))];
  return (
    <table className="mt-2 w-full table-fixed max-sm:block">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("details.column.key")}</th>
          <th scope="col">{t("details.column.value")}</th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group} className="max-sm:block">
          <tr className="max-sm:block">
            <th
              scope="rowgroup"
              colSpan={2}
              className="border-b border-line pt-4 pb-1 text-start font-medium max-sm:block"
              dir="ltr"
            >
              {group || t("details.noGroup")}
            </th>
          </tr>
          {rows.map((row) =>
            row.group === group ? (
              <tr key={row.key} className="border-b border-line align-baseline max-sm:block max-sm:py-1.5">
                <th
                  scope="row"
                  className="w-[44%] py-1.5 pe-4 text-start font-mono text-facts font-normal text-muted wrap-anywhere max-sm:block max-sm:w-full max-sm:py-0"
                  dir="ltr"
                >
                  {row.key}
                </th>
                <td className="py-1.5 wrap-anywhere max-sm:block max-sm:py-0">
                  <Value row={row} onOpen={onOpen} />
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      ))}
    </table>
  );
}

function Value({ row, onOpen }: { row: InfoRow; onOpen: (row: InfoRow) => void }) {
  const t = useT();
  const locale = useLocale();
  if (row.isHidden) return <span className="facts">{t("details.leftOut")}</span>;
  const isCut = row.text.length > longest || (row.count ?? 0) > many;
  const text = row.text.length > longest ? `${row.text.slice(0, longest)}…` : row.text;
  return (
    <>
      <span className="font-mono text-facts whitespace-pre-wrap" dir="auto">
        {text}
      </span>
      {isCut ? (
        <Button
          look="quiet"
          className="ms-2 min-h-6"
          aria-label={t("details.showAllOf", { key: row.key })}
          onClick={() => onOpen(row)}
        >
          {row.count === undefined
            ? t("details.showAll")
            : t("details.showAllCount", { shown: formatWhole(row.count, locale) })}
        </Button>
      ) : null}
    </>
  );
}
