import type { Table } from "mdast";
import { describe, expect, it } from "vitest";
import { emptyMarkdown, growMarkdown } from "./blocks.ts";
import { parseMarkdown } from "./parse.ts";
import { cellValue, sortRows } from "./table-sort.ts";
import { tableCsv, tableMarkdown } from "./table-text.ts";

function tableOf(source: string): Table {
  const node = parseMarkdown(source, new Set()).placed[0]?.node;
  if (node?.type !== "table") throw new Error("no table");
  return node;
}
const body = (table: Table) => table.children.slice(1);
const column = (cells: readonly string[]) =>
  tableOf(`|a|\n|-|\n${cells.map((cell) => `|${cell}|`).join("\n")}`);
function sorted(cells: readonly string[], isDescending = false): string[] {
  return sortRows(body(column(cells)), { column: 0, isDescending }, "en").map((place) => cells[place] ?? "");
}

/** Reads what RFC 4180 says, character by character. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let [row, field, isQuoted]: [string[], string, boolean] = [[], "", false];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? "";
    if (isQuoted && letter === '"' && text[at + 1] === '"') {
      field += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && letter === ",") {
      row.push(field);
      field = "";
    } else if (!isQuoted && letter === "\r" && text[at + 1] === "\n") {
      rows.push([...row, field]);
      [row, field] = [[], ""];
      at += 1;
    } else field += letter;
  }
  return rows;
}

describe("tables as comma-separated values", () => {
  it("quotes what has to be and gives each row as many fields as the first", () => {
    const table = tableOf('| a, b | "c" |\n|-|-|\n| **d** | x<br>y | too many |\n| e |');
    const csv = tableCsv(table, body(table), { isFile: false });
    expect(csv).toBe('"a, b","""c"""\r\nd,"x\ny"\r\ne,\r\n');
    expect(readCsv(csv)).toEqual([
      ["a, b", '"c"'],
      ["d", "x\ny"],
      ["e", ""],
    ]);
  });

  it("leaves formulas alone on the clipboard, and makes text of them in a file", () => {
    const table = column(["=1+1", "+cmd", "-5", "-5.5 %", "@x", "-cmd", "+1 234,5", "-$5.00", "-", "-1+1"]);
    expect(readCsv(tableCsv(table, body(table), { isFile: false })).flat()).toEqual([
      "a",
      "=1+1",
      "+cmd",
      "-5",
      "-5.5 %",
      "@x",
      "-cmd",
      "+1 234,5",
      "-$5.00",
      "-",
      "-1+1",
    ]);
    expect(readCsv(tableCsv(table, body(table), { isFile: true })).flat()).toEqual([
      "\uFEFFa",
      "'=1+1",
      "'+cmd",
      "-5",
      "-5.5 %",
      "'@x",
      "'-cmd",
      "+1 234,5",
      "-$5.00",
      "-",
      "'-1+1",
    ]);
  });
});

describe("tables as markdown", () => {
  it.each([
    "| a | b |\n| --- | --: |\n| 1 | **x** *y* ~~z~~ |\n",
    "| a |\n| :-: |\n| `c\\|d` and ``e`f`` |\n",
    '| a |\n| :-- |\n| [l](<https://a.b/c> "t") ![i](<d>) x<br>y |\n',
    "| a |\n| --- |\n| \\*no\\* \\| \\`x\\` snake_case \\[a\\] \\_b\\_ |\n",
    "| a |\n| --- |\n| \\&lt; a&b |\n",
  ])("comes back as it was: %j", (source) => {
    const table = tableOf(source);
    const text = tableMarkdown(table, body(table));
    expect(text).toBe(source);
    expect(tableOf(text)).toEqual(table);
  });
});

describe("sorting", () => {
  it.each([
    ["1,234.5", 1234.5],
    ["1.234,5", 1234.5],
    ["1 234,5", 1234.5],
    ["1,234,567", 1_234_567],
    ["3,14", 3.14],
    ["−7", -7],
    ["+ 7", 7],
    ["~12", 12],
    ["6.02e23", 6.02e23],
    ["5e-3", 0.005],
    ["$1,299.00", 1299],
    ["12 €", 12],
    ["-$5", -5],
    ["1 500 ₽", 1500],
    ["USD 20", 20],
    ["12.5%", 0.125],
    ["4.7 GB", 4.7e9],
    ["512 MiB", 512 * 1024 * 1024],
    ["512 B", 512],
    ["7B", 7e9],
    ["1.5k", 1500],
    ["1,200 km", 1.2e6],
    ["900 m", 900],
    ["900g", 900],
    ["-5 °C", -5],
    ["1.25 apples", 1.25],
    ["900 ms", 0.9],
    ["2 hours", 7200],
    ["80 tokens/s", 80],
    ["$0.15 / 1M tokens", 0.15],
    ["95% (n=20)", 0.95],
    ["<1 %", 0.01],
    ["56 kbps", 56_000],
    ["1 Gbps", 1e9],
    ["250 mL", 0.25],
    ["2 lbs", 907.184_74],
    ["1.5 kW", 1500],
    ["500 mW", 0.5],
    ["2 MW", 2e6],
    ["4,7 ГБ", 4.7e9],
    ["5 млн руб.", 5e6],
    ["900 г", 900],
    ["1,5 кг", 1500],
    ["1.2万", 12_000],
    ["3亿元", 3e8],
    ["44 BC", -44],
    ["$1,200–$1,500", 1200],
    ["$1–2M", 1e6],
    ["500 MB - 2 GB", 5e8],
    ["2 to 3 days", 172_800],
    ["12-15%", 0.12],
    ["2010–2015", 2010],
    ["29.02.2024", Date.UTC(2024, 1, 29)],
    ["2024/2/29", Date.UTC(2024, 1, 29)],
    ["29 Feb 2024", Date.UTC(2024, 1, 29)],
    ["February 29th, 2024", Date.UTC(2024, 1, 29)],
    ["Sept. 2024", Date.UTC(2024, 8, 1)],
    ["2024年2月29日", Date.UTC(2024, 1, 29)],
    ["2024-02-29", Date.UTC(2024, 1, 29)],
    ["2024-02-29 12:30Z", Date.UTC(2024, 1, 29, 12, 30)],
  ])("%s counts for %d", (text, value) => {
    expect(cellValue(text)).toBeCloseTo(value, 6);
  });

  it.each([
    "",
    "abc",
    "v1.2",
    "2024-13-45",
    "1-2",
    "12:30",
    "10:00-11:00",
    "1-2-3",
    "2/3/2024",
    "1h 30m",
    "Room 2024",
    "constructor",
  ])("%j counts for nothing", (text) => {
    expect(cellValue(text)).toBeUndefined();
  });

  it("goes by value, then by the alphabet, and leaves what is empty for last", () => {
    expect(sorted(["10", "9", "-", "100", "", "1.5"])).toEqual(["1.5", "9", "10", "100", "-", ""]);
    expect(sorted(["10", "9", "-", "100", "", "1.5"], true)).toEqual(["100", "10", "9", "1.5", "-", ""]);
    expect(sorted(["item 10", "Item 9", "äpfel", "zebra", "5"])).toEqual([
      "5",
      "äpfel",
      "Item 9",
      "item 10",
      "zebra",
    ]);
    expect(sorted(["$1,500+", "$900–$1,200", "$100–$900"])).toEqual(["$100–$900", "$900–$1,200", "$1,500+"]);
    expect(sorted(["1 GB", "900 MB", "2 TB"])).toEqual(["900 MB", "1 GB", "2 TB"]);
    expect(sorted(["1.5 kg", "1,200 kg", "1.25 kg", "900 g"])).toEqual([
      "900 g",
      "1.25 kg",
      "1.5 kg",
      "1,200 kg",
    ]);
    expect(sorted(["Apr 1, 2024", "Jan 15, 2024", "Feb 2, 2024"])).toEqual([
      "Jan 15, 2024",
      "Feb 2, 2024",
      "Apr 1, 2024",
    ]);
  });

  it("reads no mark of a note as a digit", () => {
    const { blocks } = growMarkdown(emptyMarkdown, "|a[^1]|\n|-|\n|20[^1]|\n|100|\n\n[^1]: b\n");
    const table = blocks[0]?.nodes[0];
    if (table?.type !== "table") throw new Error("no table");
    expect(sortRows(body(table), { column: 0, isDescending: false }, "en")).toEqual([0, 1]);
    expect(tableCsv(table, body(table), { isFile: false })).toBe("a\r\n20\r\n100\r\n");
    expect(tableMarkdown(table, body(table))).toContain("| 20[^1] |");
  });

  it("keeps the order of what counts the same", () => {
    const rows = body(tableOf("|a|b|\n|-|-|\n|1|x|\n|0|y|\n|1|z|\n|0|w|"));
    expect(sortRows(rows, { column: 0, isDescending: false }, "en")).toEqual([1, 3, 0, 2]);
    expect(sortRows(rows, { column: 0, isDescending: true }, "en")).toEqual([0, 2, 1, 3]);
  });
});
