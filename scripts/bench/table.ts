/** A table in Markdown that is readable on a terminal, too: texts on the left, figures on the right. */
export function tableOf(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  texts: readonly number[] = [0],
): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const filled = (cells: readonly string[]) =>
    line(
      widths.map((width, column) => {
        const cell = cells[column] ?? "";
        return texts.includes(column) ? cell.padEnd(width) : cell.padStart(width);
      }),
    );
  const rule = line(
    widths.map((width, column) => (texts.includes(column) ? "-".repeat(width) : `${"-".repeat(width - 1)}:`)),
  );
  return [filled(heads), rule, ...rows.map(filled)].join("\n");
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}
