import type { PhrasingContent, Table, TableCell, TableRow } from "mdast";
import { plainText } from "./plain.ts";

const lineBreak = /^<br\s*\/?>$/i;
// What would be read as markup again. A stroke inside a word marks nothing.
const marks = /[\\`*[\]<|~$]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

function codeText(value: string): string {
  const runs = value.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  const space = value.startsWith("`") || value.endsWith("`") ? " " : "";
  return fence + space + value.replaceAll("|", "\\|") + space + fence;
}

const address = (url: string, title: string | null | undefined): string =>
  `(<${url.replaceAll(/[<>\\]/g, encodeURIComponent)}>${title ? ` "${title.replaceAll('"', '\\"')}"` : ""})`.replaceAll(
    "|",
    "%7C",
  );

function inlineText(node: PhrasingContent): string {
  const inside = () => ("children" in node ? node.children.map(inlineText).join("") : "");
  switch (node.type) {
    case "text":
      return node.value.replaceAll(marks, "\\$&");
    case "inlineCode":
      return codeText(node.value);
    case "inlineMath":
      return `$${node.value.replaceAll("|", "\\|")}$`;
    case "html":
      return node.value.replaceAll("|", "\\|");
    case "emphasis":
      return `*${inside()}*`;
    case "strong":
      return `**${inside()}**`;
    case "delete":
      return `~~${inside()}~~`;
    case "break":
      return "<br>";
    case "link":
      return `[${inside()}]${address(node.url, node.title)}`;
    case "image":
      return `![${(node.alt ?? "").replaceAll(marks, "\\$&")}]${address(node.url, node.title)}`;
    case "linkReference":
      return `[${inside()}][${node.label ?? node.identifier}]`;
    case "imageReference":
      return `![${(node.alt ?? "").replaceAll(marks, "\\$&")}][${node.label ?? node.identifier}]`;
    case "footnoteReference":
      return `[^${node.label ?? node.identifier}]`;
    default:
      return plainText([node]);
  }
}

/** The words of a cell, without markup; `<br>` is a line end. */
export function cellText(cell: TableCell | undefined): string {
  if (!cell) return "";
  const parts = cell.children.map((node) =>
    node.type === "html" && lineBreak.test(node.value) ? "\n" : plainText([node]),
  );
  return parts.join("").trim();
}

const columnsOf = (table: Table): readonly number[] => (table.children[0]?.children ?? []).map((_, at) => at);

/** `table` in GitHub's notation, its body in the order of `rows`. Ends with a line end. */
export function tableMarkdown(table: Table, rows: readonly TableRow[]): string {
  const columns = columnsOf(table);
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
  const rowText = (row: TableRow | undefined) =>
    line(
      columns.map((at) => (row?.children[at]?.children ?? []).map(inlineText).join("").replaceAll("\n", " ")),
    );
  const rules = { left: ":--", center: ":-:", right: "--:" } as const;
  const rule = line(
    columns
      .map((at) => rules[table.align?.[at] ?? "left"])
      .map((text, at) => (table.align?.[at] ? text : "---")),
  );
  return rowText(table.children[0]) + rule + rows.map(rowText).join("");
}

const needsQuotes = /[",\r\n]|^\s|\s$/;
const isFormula = /^[=+\-@\t\r]/;
// Also an amount of money, and the dash of an empty cell.
const isPlain = /^(?:[+-]+|[+-]?\s?\p{Sc}?\s?(?:\d[\d\s.,]*)?\d\s?[%\p{Sc}]?)$/u;

/**
 * `table` as comma-separated values (RFC 4180: CRLF, quotes doubled), its body in the order of `rows`; cells are their
 * words without markup. Spreadsheets run a field that begins with `=`, `+`, `-` or `@` as a formula, so in a file that is
 * going to be opened (`isFile`) such a field gets an apostrophe before it, unless it is a plain number or dash, and the file
 * begins with a byte order mark, without which they take it for an old encoding. Without `isFile` the text is as it is.
 */
export function tableCsv(table: Table, rows: readonly TableRow[], { isFile }: { isFile: boolean }): string {
  const columns = columnsOf(table);
  const field = (cell: TableCell | undefined) => {
    const text = cellText(cell);
    const safe = isFile && isFormula.test(text) && !isPlain.test(text) ? `'${text}` : text;
    return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = [table.children[0], ...rows].map((row) =>
    columns.map((at) => field(row?.children[at])).join(","),
  );
  return `${isFile ? "\uFEFF" : ""}${lines.join("\r\n")}\r\n`;
}
