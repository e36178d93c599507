import { asRecord } from "#src/core/stream/json.ts";
import { jsonFault, type JsonFault } from "./json-fault.ts";

export type SchemaFault =
  | { readonly kind: "empty" }
  | ({ readonly kind: "syntax" } & JsonFault)
  /** JSON, but no object: Ollama takes `"json"` or a schema. */
  | { readonly kind: "object" }
  /** A `type` that JSON Schema does not know, and where: `properties.age`. */
  | { readonly kind: "type"; readonly path: string; readonly found: string };

export type CheckedSchema =
  | { readonly ok: true; readonly schema: object }
  | { readonly ok: false; readonly fault: SchemaFault };

const types = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);

/** A JSON schema as typed. Of its meaning only `type` is checked: what else is wrong, the server says. */
export function checkSchema(text: string): CheckedSchema {
  if (text.trim() === "") return { ok: false, fault: { kind: "empty" } };
  const syntax = jsonFault(text);
  if (syntax) return { ok: false, fault: { kind: "syntax", ...syntax } };
  const schema = asRecord(JSON.parse(text));
  if (!schema) return { ok: false, fault: { kind: "object" } };
  const fault = typeFault(schema);
  return fault ? { ok: false, fault } : { ok: true, schema };
}

/** Looks at the root and at everything that is a schema by its place. */
function typeFault(root: object): SchemaFault | undefined {
  const left: (readonly [path: string, schema: unknown])[] = [["", root]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, value] = next;
    const schema = asRecord(value);
    if (!schema) continue;
    const given = schema["type"];
    for (const type of given === undefined ? [] : Array.isArray(given) ? given : [given])
      if (!types.has(String(type))) return { kind: "type", path, found: JSON.stringify(type) };
    const inside = (name: string) => (path === "" ? name : `${path}.${name}`);
    for (const name of ["items", "additionalProperties", "not"]) left.push([inside(name), schema[name]]);
    for (const name of ["properties", "$defs", "anyOf", "oneOf", "allOf"]) {
      const children = schema[name];
      if (typeof children !== "object" || children === null) continue;
      for (const [key, child] of Object.entries(children)) left.push([inside(`${name}.${key}`), child]);
    }
  }
  return undefined;
}
