import { asRecord, parseJson } from "./json.ts";

const longest = 2_000;

/**
 * The server's own words in an `error` member: a string, an object with `message` (FastAPI's with `detail`), or either of them holding
 * JSON as a string once or twice more (llama.cpp's errors are passed through so). Repeated lines are dropped. At most 2,000 characters.
 */
export function errorText(error: unknown): string {
  let value = error;
  for (let depth = 0; depth < 12; depth++) {
    const record = asRecord(value);
    if (record) {
      value = record["error"] ?? record["message"] ?? record["detail"];
      continue;
    }
    if (Array.isArray(value)) return withoutRepeats(value.map(errorOfField).join("\n")).slice(0, longest);
    if (typeof value !== "string") return "";
    const inner = value.trimStart().startsWith("{") ? asRecord(parseJson(value)) : undefined;
    if (!inner || (inner["error"] ?? inner["message"]) === undefined) break;
    value = inner;
  }
  return typeof value === "string" ? withoutRepeats(value).slice(0, longest) : "";
}

/** One of FastAPI's `detail`s: what is wrong, and with which field. */
function errorOfField(item: unknown): string {
  const { loc, msg } = asRecord(item) ?? {};
  if (typeof msg !== "string") return typeof item === "string" ? item : "";
  const field = Array.isArray(loc) ? loc.filter((part) => part !== "body").join(".") : "";
  return field === "" ? msg : `${field}: ${msg}`;
}

/**
 * Body of an answer with an error status → the server's words and where to sign in. JSON in Ollama's or OpenAI's shape, plain
 * text, or a proxy's HTML page, of which the title is taken.
 */
export function errorOfBody(body: string): { readonly message: string; readonly signinUrl?: string } {
  const json = parseJson(body);
  // Google's compatible API puts its error into a list.
  const record = asRecord(Array.isArray(json) ? json[0] : json);
  if (record) {
    const signinUrl = record["signin_url"];
    const message = errorText(record);
    return typeof signinUrl === "string" && /^https?:\/\//.test(signinUrl)
      ? { message, signinUrl }
      : { message };
  }
  if (body.trimStart().startsWith("<")) {
    return { message: /<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1]?.trim() ?? "" };
  }
  return { message: withoutRepeats(body).slice(0, longest) };
}

/** Load errors say the end of their first line once more on a line of its own. */
function withoutRepeats(text: string): string {
  const kept: string[] = [];
  for (const line of text.split("\n")) {
    const words = line.trim();
    if (words !== "" && kept.some((earlier) => earlier.endsWith(words))) continue;
    kept.push(line.trimEnd());
  }
  return kept.join("\n").trim();
}
