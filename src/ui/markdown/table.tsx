import { ArrowDown, ArrowUp, ArrowUpDown } from "lucide-react";
import type { Table as TableNode, TableCell } from "mdast";
import { memo, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { sortRows, type TableOrder } from "#src/core/markdown/table-sort.ts";
import { cellText } from "#src/core/markdown/table-text.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { cellDirection, directionOf } from "#src/core/markdown/direction.ts";
import { inlineNodes } from "./inline.tsx";
import "./table.css";
import { useFixedColumns } from "./table-columns.ts";
import { type Column, Rows } from "./table-rows.tsx";
import { type ShownTable, TableTools } from "./table-tools.tsx";

const rowsInPart = 40;
/** With more rows the columns keep the width that they have. */
const longFrom = 40;

/** Alignments and their number; the same object while they stay the same. */
function useColumns(node: TableNode): readonly Column[] {
  const count = node.children[0]?.children.length ?? 0;
  const aligns = (node.align ?? []).join();
  return useMemo(
    () =>
      aligns
        .split(",")
        .concat(Array<string>(count).fill(""))
        .slice(0, count)
        .map((align, place) => ({
          place,
          align: align === "left" || align === "right" || align === "center" ? align : undefined,
        })),
    [aligns, count],
  );
}

function partsOf(places: readonly number[]): readonly (readonly number[])[] {
  const parts = [];
  for (let start = 0; start < places.length; start += rowsInPart) {
    parts.push(places.slice(start, start + rowsInPart));
  }
  return parts;
}

function nextOrder(order: TableOrder | undefined, column: number): TableOrder | undefined {
  if (order?.column !== column) return { column, isDescending: false };
  return order.isDescending ? undefined : { column, isDescending: true };
}

type HeadProps = {
  cell: TableCell | undefined;
  column: Column;
  turn: "ascending" | "descending" | undefined;
  isLong: boolean;
  onSort: (column: number) => void;
};

const Head = memo(function Head({ cell, column, turn, isLong, onSort }: HeadProps) {
  const t = useT();
  const Icon = turn === undefined ? ArrowUpDown : turn === "ascending" ? ArrowUp : ArrowDown;
  const label = t("markdown.sortBy", { column: cellText(cell) || String(column.place + 1) });
  return (
    <th
      scope="col"
      role={isLong ? "columnheader" : undefined}
      dir={cellDirection(cell)}
      data-align={column.align}
      aria-sort={turn}
    >
      {inlineNodes(cell?.children ?? [])}
      <button
        type="button"
        className="markdown-control markdown-sort"
        aria-label={label}
        title={label}
        onClick={() => onSort(column.place)}
      >
        <Icon size={14} aria-hidden />
      </button>
    </th>
  );
});

function turnOf(order: TableOrder | undefined, column: Column): HeadProps["turn"] {
  if (order?.column !== column.place) return undefined;
  return order.isDescending ? "descending" : "ascending";
}

/** A table that scrolls sideways in a frame of its own and sorts by its columns. Each row has as many cells as the first. */
export function Table({ node }: { node: TableNode }) {
  const t = useT();
  const locale = useLocale();
  const columns = useColumns(node);
  const [order, setOrder] = useState<TableOrder>();
  const sort = useCallback((column: number) => setOrder((before) => nextOrder(before, column)), []);
  const rows = node.children.slice(1);
  const places = order ? sortRows(rows, order, locale) : rows.map((_row, place) => place);
  const isLong = rows.length > longFrom;
  const table = useRef<HTMLTableElement>(null);
  useFixedColumns(table, isLong);
  const roleOf = (role: string) => (isLong ? role : undefined);
  const shown = useRef<ShownTable>(undefined);
  useLayoutEffect(() => {
    shown.current = { node, rows: () => places.flatMap((place) => rows[place] ?? []) };
  });
  return (
    <div className="markdown-table" dir={node.children[0] && directionOf(node.children[0])}>
      {/* Scrolled with the keyboard, so it takes the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="markdown-table-frame" aria-label={t("markdown.table")} tabIndex={0}>
        <table ref={table} role={roleOf("table")}>
          <thead role={roleOf("rowgroup")}>
            <tr role={roleOf("row")}>
              {columns.map((column) => (
                <Head
                  key={column.place}
                  cell={node.children[0]?.children[column.place]}
                  column={column}
                  turn={turnOf(order, column)}
                  isLong={isLong}
                  onSort={sort}
                />
              ))}
            </tr>
          </thead>
          {partsOf(places).map((part, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <Rows key={index} rows={rows} places={part} columns={columns} isLong={isLong} />
          ))}
        </table>
      </section>
      <TableTools shown={shown} />
    </div>
  );
}
