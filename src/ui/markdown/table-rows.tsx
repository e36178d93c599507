import type { TableCell, TableRow } from "mdast";
import { memo } from "react";
import { cellText } from "#src/core/markdown/table-text.ts";
import { cellDirection } from "#src/core/markdown/direction.ts";
import { inlineNodes } from "./inline.tsx";

export interface Column {
  readonly place: number;
  readonly align: "left" | "right" | "center" | undefined;
}

const shortest = 18;
const longest = 40;

/** Names, dates and amounts stay on one line; longer texts are not squeezed into a column of single words. */
function sizeOf(cell: TableCell | undefined): "short" | "long" | undefined {
  const text = cellText(cell);
  if (text.length > longest) return "long";
  return text.length <= shortest && /[\s-]/.test(text) && !text.includes("\n") ? "short" : undefined;
}

type RowProps = {
  row: TableRow;
  columns: readonly Column[];
  /** Of a table whose parts are laid out as blocks, for which not every browser keeps their roles. */
  isLong: boolean;
};

/** Finished rows of a table that grows keep their node, and are not rendered again. */
const Row = memo(function Row({ row, columns, isLong }: RowProps) {
  return (
    <tr role={isLong ? "row" : undefined}>
      {columns.map(({ place, align }) => (
        <td
          key={place}
          role={isLong ? "cell" : undefined}
          dir={cellDirection(row.children[place])}
          data-align={align}
          data-size={sizeOf(row.children[place])}
        >
          {inlineNodes(row.children[place]?.children ?? [])}
        </td>
      ))}
    </tr>
  );
});

type RowsProps = {
  rows: readonly TableRow[];
  /** Which of `rows` stand here, in this order. */
  places: readonly number[];
  columns: readonly Column[];
  isLong: boolean;
};

function isSame(one: RowsProps, other: RowsProps): boolean {
  return (
    one.columns === other.columns &&
    one.isLong === other.isLong &&
    one.places.length === other.places.length &&
    one.places.every((place, at) => {
      const next = other.places[at];
      return place === next && one.rows[place] === other.rows[place];
    })
  );
}

/** Some rows of a long table: what grows at its end compares only the rows of the last part. */
export const Rows = memo(function Rows({ rows, places, columns, isLong }: RowsProps) {
  return (
    <tbody role={isLong ? "rowgroup" : undefined}>
      {places.map((place) => {
        const row = rows[place];
        return row && <Row key={place} row={row} columns={columns} isLong={isLong} />;
      })}
    </tbody>
  );
}, isSame);
