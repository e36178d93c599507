export type ParameterValue = string | number | boolean;

/**
 * The `parameters` text of `/api/show` (server/images.go, Model.String): one `name value` a line, values in Go syntax,
 * names of several values repeated, lines in random order. Values by name, in order of appearance.
 */
export function parseParameters(text: string): ReadonlyMap<string, readonly ParameterValue[]> {
  const parameters = new Map<string, ParameterValue[]>();
  for (const line of text.split(/\r?\n/)) {
    const [, name, value] = /^(\S+)\s+(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const values = parameters.get(name);
    if (values) values.push(valueOf(value));
    else parameters.set(name, [valueOf(value)]);
  }
  return parameters;
}

function valueOf(text: string): ParameterValue {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  } catch {
    // Go writes `1e+06`, which JSON takes too, but also escapes such as `\x00`, which it does not.
  }
  const number = Number(text);
  return text.trim() !== "" && !Number.isNaN(number) ? number : text;
}
