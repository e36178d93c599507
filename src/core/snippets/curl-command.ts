import type { HttpRequest } from "./http-request.ts";

/** Linux takes no argument of 128 KiB or more; in bytes, of which a UTF-16 code unit makes at most three. */
const longestArgument = 40_000;

/** For a POSIX shell. A long body comes from a here-document, which no line of JSON can end. */
export function curlCommand({ method, url, headers, body, isStreamed }: HttpRequest): string {
  const implied = body === undefined ? "GET" : "POST";
  const how = method === "HEAD" ? " --head" : method === implied ? "" : ` -X ${method}`;
  const parts = [
    `curl${isStreamed ? " --no-buffer" : ""}${how} ${shellQuote(url)}`,
    ...headers.map(([name, value]) => `-H ${shellQuote(`${name}: ${value}`)}`),
  ];
  if (body === undefined) return `${parts.join(" \\\n  ")}\n`;
  // After `-d`, what begins with an @ is the name of a file.
  const data = body.startsWith("@") ? "--data-raw" : "-d";
  return body.length < longestArgument
    ? `${[...parts, `${data} ${shellQuote(body)}`].join(" \\\n  ")}\n`
    : `${[...parts, "--data-binary @- <<'JSON'"].join(" \\\n  ")}\n${body}\nJSON\n`;
}

/** Between single quotes a POSIX shell reads everything as it is, but a single quote. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
