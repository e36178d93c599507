/** Rows as RFC 4180 writes them: commas, CRLF after each row, quotes where a field has a comma, a quote or a line break. */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(field).join(",")}\r\n`).join("");
}

/** Blanks at the ends are quoted too: some readers would drop them. */
function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
