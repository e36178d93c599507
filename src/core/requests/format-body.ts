import { parseJson } from "#src/core/stream/json.ts";

type BodyFormat = "json" | "ndjson" | "sse" | "text";

export type FormattedBody = { readonly format: BodyFormat; readonly text: string };

/**
 * A body for reading: JSON indented, each line of NDJSON and each event's data of SSE likewise, everything else as it came. Only
 * white space changes: figures and names stay to the letter. What is no JSON in between stays as it is.
 */
export function formatBody(text: string, contentType: string): FormattedBody {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "text/event-stream") return { format: "sse", text: eventStream(text) };
  if (type === "application/x-ndjson") return { format: "ndjson", text: lines(text) };
  if (isJson(text)) return { format: "json", text: indented(text) };
  return { format: "text", text };
}

function eventStream(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const data = /^data: ?(.*?)\r?$/.exec(line)?.[1];
      return data !== undefined && isJson(data) ? `data: ${indented(data)}` : line;
    })
    .join("\n");
}

function lines(text: string): string {
  return text
    .split("\n")
    .map((line) => (isJson(line) ? indented(line) : line))
    .join("\n");
}

function isJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && parseJson(text) !== undefined;
}

/** The tokens of valid JSON: strings, brackets, colons, commas, and words or figures. */
const token = /"(?:[^"\\]|\\.)*"|[[\]{}:,]|[^\s[\]{}:,"]+/g;

/** Valid JSON with two spaces a level; lists of scalars stay on one line. */
function indented(json: string): string {
  const tokens = json.match(token) ?? [];
  const out: string[] = [];
  let depth = 0;
  // Inside a list that stays on one line.
  let flat = false;
  const line = (): string => `\n${"  ".repeat(depth)}`;
  for (let at = 0; at < tokens.length; at++) {
    const part = tokens[at] ?? "";
    const next = tokens[at + 1] ?? "";
    if (part === "{" || part === "[") {
      if (next === "}" || next === "]") {
        out.push(part, next);
        at++;
        continue;
      }
      flat = part === "[" && isScalarList(tokens, at + 1);
      out.push(part);
      depth++;
      if (!flat) out.push(line());
    } else if (part === "}" || part === "]") {
      depth--;
      out.push(flat ? part : line() + part);
      flat = false;
    } else if (part === ",") {
      out.push(flat ? ", " : `,${line()}`);
    } else {
      out.push(part === ":" ? ": " : part);
    }
  }
  return out.join("");
}

function isScalarList(tokens: readonly string[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const part = tokens[at];
    if (part === "]") return true;
    if (part === "{" || part === "[") return false;
  }
  return false;
}
