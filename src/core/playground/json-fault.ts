/** Where a text stops being JSON: line and column from 1, and what stands there (empty at the end of the text). */
export type JsonFault = { readonly line: number; readonly column: number; readonly found: string };

const token =
  // oxlint-disable-next-line no-control-regex
  /[ \t\n\r]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/y;

/** What may come next: a value, a value or `]`, a key, a key or `}`, a colon, or what follows a value. */
type Wanted = "value" | "item" | "key" | "member" | "colon" | "after";

/** The first fault of a JSON text; `undefined` where there is none. Browsers say it in words of their own, and not all say where. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ("{" | "[")[] = [];
  let wanted: Wanted = "value";
  let at = 0;
  for (;;) {
    token.lastIndex = at;
    const match = token.exec(text);
    const end: boolean = wanted === "after" && open.length === 0;
    if (!match) return end && text.slice(at).trim() === "" ? undefined : faultAt(text, at);
    const next: Wanted | undefined = end ? undefined : step(wanted, match, open);
    if (next === undefined) return faultAt(text, at);
    wanted = next;
    at = token.lastIndex;
  }
}

function step(wanted: Wanted, match: RegExpExecArray, open: ("{" | "[")[]): Wanted | undefined {
  const [, mark, string, scalar] = match;
  if (wanted === "colon") return mark === ":" ? "value" : undefined;
  if (wanted === "key" || wanted === "member") {
    if (string !== undefined) return "colon";
    return wanted === "member" && mark === "}" ? close(open) : undefined;
  }
  if (wanted === "after") {
    const inside = open.at(-1);
    if (mark === ",") return inside === "{" ? "key" : "value";
    return mark === (inside === "{" ? "}" : "]") ? close(open) : undefined;
  }
  if (string !== undefined || scalar !== undefined) return "after";
  if (mark === "]" && wanted === "item") return close(open);
  if (mark !== "{" && mark !== "[") return undefined;
  open.push(mark);
  return mark === "{" ? "member" : "item";
}

function close(open: ("{" | "[")[]): Wanted {
  open.pop();
  return "after";
}

function faultAt(text: string, from: number): JsonFault {
  const at = from + (/^[ \t\n\r]*/.exec(text.slice(from))?.[0].length ?? 0);
  const before = text.slice(0, at).split("\n");
  return {
    line: before.length,
    column: (before.at(-1)?.length ?? 0) + 1,
    found: /^(?:\w+|.)?/u.exec(text.slice(at, at + 20))?.[0] ?? "",
  };
}
