import type { Table, TableRow } from "mdast";
import { Copy, Download, FileSpreadsheet } from "lucide-react";
import { memo, type RefObject } from "react";
import { tableCsv, tableMarkdown } from "#src/core/markdown/table-text.ts";
import { useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { CopyControl } from "./copy-control.tsx";

/** A table with its rows in the order in which they are shown. */
export type ShownTable = { readonly node: Table; readonly rows: () => readonly TableRow[] };

/** The ways to take a table along, as it is sorted. A table that grows does not draw them again. */
export const TableTools = memo(function TableTools({ shown }: { shown: RefObject<ShownTable | undefined> }) {
  const t = useT();
  const take = (write: (node: Table, rows: readonly TableRow[]) => string) =>
    shown.current ? write(shown.current.node, shown.current.rows()) : "";
  const csv = (isFile: boolean) => take((node, rows) => tableCsv(node, rows, { isFile }));
  return (
    <div className="markdown-table-tools" role="group" aria-label={t("markdown.tableTools")}>
      <CopyControl label={t("markdown.copyTable")} icon={Copy} text={() => take(tableMarkdown)} />
      <CopyControl label={t("markdown.copyCsv")} icon={FileSpreadsheet} text={() => csv(false)} />
      <button
        type="button"
        className="markdown-control"
        aria-label={t("markdown.saveCsv")}
        title={t("markdown.saveCsv")}
        onClick={() => saveFile("table.csv", csv(true), "text/csv;charset=utf-8")}
      >
        <Download size={14} aria-hidden />
      </button>
    </div>
  );
});
