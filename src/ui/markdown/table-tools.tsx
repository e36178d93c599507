import type { Table, TableRow } from "mdast";
import { Copy, Download, FileSpreadsheet } from "lucide-react";
import { tableCsv, tableMarkdown } from "#src/core/markdown/table-text.ts";
import { useT } from "#src/ui/i18n.tsx";
import { saveFile } from "#src/ui/save-file.ts";
import { CopyControl } from "./copy-control.tsx";

/** The ways to take a table along, as it is sorted. */
export function TableTools({ node, rows }: { node: Table; rows: () => readonly TableRow[] }) {
  const t = useT();
  const save = () =>
    saveFile("table.csv", tableCsv(node, rows(), { isFile: true }), "text/csv;charset=utf-8");
  return (
    <div className="markdown-table-tools" role="group" aria-label={t("markdown.tableTools")}>
      <CopyControl label={t("markdown.copyTable")} icon={Copy} text={() => tableMarkdown(node, rows())} />
      <CopyControl
        label={t("markdown.copyCsv")}
        icon={FileSpreadsheet}
        text={() => tableCsv(node, rows(), { isFile: false })}
      />
      <button
        type="button"
        className="markdown-control"
        aria-label={t("markdown.saveCsv")}
        title={t("markdown.saveCsv")}
        onClick={save}
      >
        <Download size={14} aria-hidden />
      </button>
    </div>
  );
}
