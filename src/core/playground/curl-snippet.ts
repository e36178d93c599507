import type { SnippetRequest } from "./snippet-request.ts";

/** Linux takes no argument of 128 KiB or more; in bytes, of which a UTF-16 code unit makes at most three. */
const longestArgument = 40_000;

/** For a POSIX shell. A long body comes from a here-document, which no line of JSON can end. */
export function curlSnippet({ server, path, body }: SnippetRequest): string {
  const json = JSON.stringify(body, null, 2);
  const unbuffered = path === "/api/generate" && body["stream"] !== false ? " --no-buffer" : "";
  const head = `curl${unbuffered} ${shellQuote(server + path)} \\\n  -H 'Content-Type: application/json' \\\n`;
  return json.length < longestArgument
    ? `${head}  -d ${shellQuote(json)}\n`
    : `${head}  --data-binary @- <<'JSON'\n${json}\nJSON\n`;
}

/** Between single quotes a POSIX shell reads everything as it is, but a single quote. */
function shellQuote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
