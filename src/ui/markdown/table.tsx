import type { Table as TableNode, TableRow } from "mdast";
import { useT } from "#src/ui/i18n.tsx";
import { inlineNodes } from "./inline.tsx";

const cell = (row: TableRow | undefined, column: number) =>
  inlineNodes(row?.children[column]?.children ?? []);

/** A table that scrolls sideways in a frame of its own. Each row has as many cells as the first. */
export function Table({ node }: { node: TableNode }) {
  const t = useT();
  const [head, ...rows] = node.children;
  const columns = (head?.children ?? []).map((_cell, column) => ({ column, align: node.align?.[column] }));
  return (
    // Scrolled with the keyboard, so it takes the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="markdown-table" aria-label={t("markdown.table")} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map(({ column, align }) => (
              <th key={column} scope="col" dir="auto" data-align={align ?? undefined}>
                {cell(head, column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              {columns.map(({ column, align }) => (
                <td key={column} dir="auto" data-align={align ?? undefined}>
                  {cell(row, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
