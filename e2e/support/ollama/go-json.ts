import { Fault } from "./fault.ts";

/** JSON as Go writes it: safe to put into HTML. */
export function goJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A Go struct that a request is decoded into: its name and the Go types of its fields. */
export interface GoStruct {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string field; anything else counts as empty. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function optionsOf(body: Fields): Fields {
  return isFields(body["options"]) ? body["options"] : {};
}

export function decode(body: Buffer, struct: GoStruct, emptyMessage = "missing request body"): Fields {
  const text = body.toString("utf8");
  if (text.trim() === "") throw new Fault(400, emptyMessage, "request");
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Fault(400, syntaxError(text), "request");
  }
  if (value === null) return {};
  if (!isFields(value)) {
    throw new Fault(
      400,
      `json: cannot unmarshal ${kindOf(value)} into Go value of type ${struct.name}`,
      "request",
    );
  }
  for (const [field, type] of Object.entries(struct.fields)) {
    const given = value[field];
    if (given === undefined || given === null || suits(given, type)) continue;
    const kind =
      kindOf(given) === "number" && type === "int" ? `number ${JSON.stringify(given)}` : kindOf(given);
    const path = `${struct.name.replace(/^.*\./, "")}.${field}`;
    throw new Fault(
      400,
      `json: cannot unmarshal ${kind} into Go struct field ${path} of type ${type}`,
      "request",
    );
  }
  return value;
}

function suits(value: unknown, type: string): boolean {
  if (type === "string") return typeof value === "string";
  if (type === "bool") return typeof value === "boolean";
  if (type === "int") return Number.isInteger(value);
  if (type === "float64") return typeof value === "number";
  if (type.startsWith("[]")) return Array.isArray(value);
  if (type.startsWith("map[")) return isFields(value);
  return true;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return "array";
  if (typeof value === "boolean") return "bool";
  return value === null ? "null" : typeof value;
}

function syntaxError(text: string): string {
  const trimmed = text.trimStart();
  const key = /^\{\s*([^"}\s])/.exec(trimmed)?.[1];
  if (key !== undefined) return `invalid character '${key}' looking for beginning of object key string`;
  const first = trimmed.charAt(0);
  if (!/[[{"\-\dtfn]/.test(first)) return `invalid character '${first}' looking for beginning of value`;
  return "unexpected EOF";
}
