/** How a language writes what JSON writes otherwise. */
export type LiteralStyle = {
  readonly words: Readonly<Record<"true" | "false" | "null", string>>;
  /** A key of an object, with its quotes. */
  readonly key: (name: string) => string;
};

export const pythonLiterals: LiteralStyle = {
  words: { true: "True", false: "False", null: "None" },
  key: quoted,
};

export const javascriptLiterals: LiteralStyle = {
  words: { true: "true", false: "false", null: "null" },
  // Written plainly this key would set the object's prototype.
  key: (name) => (name === "__proto__" ? '["__proto__"]' : quoted(name)),
};

/** Lists of scalars up to this length, in characters, stay on one line. */
const lineLength = 80;

/**
 * A JSON value as a literal of another language, two spaces a level; `depth` is the level it stands at. A JSON string is a valid
 * string of Python and of JavaScript as it is. Members that are `undefined` are left out.
 */
export function codeLiteral(value: unknown, style: LiteralStyle, depth = 0): string {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return list(value, style, depth);
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => `${style.key(name)}: ${codeLiteral(member, style, depth + 1)}`);
    return bracketed("{", members, "}", depth);
  }
  return style.words[value === true ? "true" : value === false ? "false" : "null"];
}

function list(items: readonly unknown[], style: LiteralStyle, depth: number): string {
  const written = items.map((item) => codeLiteral(item, style, depth + 1));
  const line = `[${written.join(", ")}]`;
  return line.length <= lineLength && !line.includes("\n") ? line : bracketed("[", written, "]", depth);
}

function bracketed(open: string, members: readonly string[], close: string, depth: number): string {
  if (members.length === 0) return open + close;
  const indent = "  ".repeat(depth + 1);
  return `${open}\n${members.map((member) => `${indent}${member},\n`).join("")}${"  ".repeat(depth)}${close}`;
}

function quoted(text: string): string {
  return JSON.stringify(text);
}
