import { asRecord, type JsonRecord } from "#src/core/stream/json.ts";
import { jsonFault, type JsonFault } from "./json-fault.ts";

/** What should stand at a place: a schema, an object of schemas, names in a list, or a list that is not empty. */
type SchemaShape = "schema" | "object" | "names" | "list";

export type SchemaFault =
  | { readonly kind: "empty" }
  | ({ readonly kind: "syntax" } & JsonFault)
  /** JSON, but no object: Ollama takes `"json"` or a schema. */
  | { readonly kind: "object" }
  /** A `type` that JSON Schema does not know, and where: `properties.age`. */
  | { readonly kind: "type"; readonly path: string; readonly found: string }
  | { readonly kind: "shape"; readonly path: string; readonly shape: SchemaShape };

export type CheckedSchema =
  | { readonly ok: true; readonly schema: object }
  | { readonly ok: false; readonly fault: SchemaFault };

const types = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);

/** Keywords by what stands under them (JSON Schema 2020-12); what else there is, the server judges. */
const keywords: readonly (readonly [name: string, shape: SchemaShape])[] = [
  ["items", "schema"],
  ["additionalProperties", "schema"],
  ["not", "schema"],
  ["properties", "object"],
  ["patternProperties", "object"],
  ["$defs", "object"],
  ["definitions", "object"],
  ["prefixItems", "list"],
  ["anyOf", "list"],
  ["oneOf", "list"],
  ["allOf", "list"],
  ["enum", "list"],
  ["required", "names"],
];

/** A JSON schema as typed: its syntax, its types and the shape of what stands under its keywords. */
export function checkSchema(text: string): CheckedSchema {
  if (text.trim() === "") return { ok: false, fault: { kind: "empty" } };
  const syntax = jsonFault(text);
  if (syntax) return { ok: false, fault: { kind: "syntax", ...syntax } };
  const schema = asRecord(JSON.parse(text));
  if (!schema) return { ok: false, fault: { kind: "object" } };
  const fault = firstFault(schema);
  return fault ? { ok: false, fault } : { ok: true, schema };
}

type Place = readonly [path: string, value: unknown];

/** Looks at the root and at everything that is a schema by its place, in the order it stands there. */
function firstFault(root: JsonRecord): SchemaFault | undefined {
  const left: Place[] = [["", root]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, value] = next;
    // True takes anything, false nothing.
    if (typeof value === "boolean") continue;
    const schema = asRecord(value);
    if (!schema) return { kind: "shape", path, shape: "schema" };
    const within: Place[] = [];
    const fault = typeFault(schema, path) ?? shapeFault(schema, path, within);
    if (fault) return fault;
    left.push(...within.toReversed());
  }
  return undefined;
}

function typeFault({ type: given }: JsonRecord, path: string): SchemaFault | undefined {
  if (given === undefined) return undefined;
  const all: readonly unknown[] = Array.isArray(given) ? given : [given];
  const wrong = all.find((type) => typeof type !== "string" || !types.has(type));
  return wrong === undefined ? undefined : { kind: "type", path, found: JSON.stringify(wrong) };
}

/** Adds the schemas that stand under this one to `within`. */
function shapeFault(schema: JsonRecord, path: string, within: Place[]): SchemaFault | undefined {
  for (const [name, shape] of keywords) {
    const value = schema[name];
    if (value === undefined) continue;
    const at = path === "" ? name : `${path}.${name}`;
    if (!hasShape(value, shape, name)) return { kind: "shape", path: at, shape };
    if (name === "enum" || shape === "names") continue;
    if (shape === "schema" && !Array.isArray(value)) within.push([at, value]);
    else for (const [key, child] of Object.entries(value as object)) within.push([`${at}.${key}`, child]);
  }
  return undefined;
}

function hasShape(value: unknown, shape: SchemaShape, name: string): boolean {
  if (shape === "object") return asRecord(value) !== undefined;
  if (shape === "list") return Array.isArray(value) && value.length > 0;
  if (shape === "names") return Array.isArray(value) && value.every((item) => typeof item === "string");
  // One a place, before the draft of 2020.
  return name === "items" || !Array.isArray(value);
}
