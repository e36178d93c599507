import { parseJson } from "#src/core/stream/json.ts";
import { codeLiteral, javascriptLiterals } from "./code-literal.ts";
import type { HttpRequest } from "./http-request.ts";

/** `fetch`, for Node 18 or newer. Prints the answer piece by piece, as it comes. */
export function javascriptRequest({ method, url, headers, body }: HttpRequest): string {
  const json = body === undefined ? undefined : parseJson(body);
  const data =
    body === undefined
      ? ""
      : json === undefined
        ? `  body: ${JSON.stringify(body)},\n`
        : `  body: JSON.stringify(${codeLiteral(json, javascriptLiterals, 1)}),\n`;
  const named = Object.fromEntries(headers);
  return `// Node 18 or newer: save as request.mjs, run with: node request.mjs
const response = await fetch(${JSON.stringify(url)}, {
  method: ${JSON.stringify(method)},
${headers.length > 0 ? `  headers: ${codeLiteral(named, javascriptLiterals, 1)},\n` : ""}${data}});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
const pieces = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
for await (const piece of pieces) process.stdout.write(piece);
`;
}
