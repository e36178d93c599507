import { parseJson } from "#src/core/stream/json.ts";

/** Texts at which a model stops, one a line. A line in double quotes is read as JSON, so that it can hold `\n`. */
export function stopsOf(typed: string): readonly string[] {
  return typed.split("\n").flatMap((line) => {
    const text = stopOf(line);
    return text ? [text] : [];
  });
}

/** Number of the first line, from 1, that begins with a quote and is no JSON string; `undefined` where there is none. */
export function stopFault(typed: string): number | undefined {
  const index = typed.split("\n").findIndex((line) => stopOf(line) === undefined);
  return index < 0 ? undefined : index + 1;
}

function stopOf(line: string): string | undefined {
  if (!/^\s*".*"\s*$/s.test(line)) return line;
  const text = parseJson(line);
  return typeof text === "string" ? text : undefined;
}
