import { codeLiteral, javascriptLiterals } from "#src/core/snippets/code-literal.ts";
import type { SnippetRequest } from "./snippet-request.ts";

const streamed = `const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
let rest = "";
for (;;) {
  const { done, value = "" } = await reader.read();
  const lines = (rest + value).split("\\n");
  rest = done ? "" : lines.pop();
  for (const line of lines) {
    if (line.trim() === "") continue;
    const part = JSON.parse(line);
    if (part.error) throw new Error(part.error);
    show(part.response ?? "");
  }
  if (done) break;
}
show("\\n");
`;

const show = `// In Node; in a page, write somewhere else.
const show = (text) => process.stdout.write(text);
`;

/** `fetch`, for Node 18 or newer. */
export function javascriptSnippet({ server, path, body, headers = [] }: SnippetRequest): string {
  const isStreamed = path === "/api/generate" && body["stream"] !== false;
  const named = { "Content-Type": "application/json", ...Object.fromEntries(headers) };
  const answer = path === "/api/generate" ? ".response" : ".embeddings";
  return `// Node 18 or newer: save as request.mjs, run with: node request.mjs
const response = await fetch(${JSON.stringify(server + path)}, {
  method: "POST",
  headers: ${codeLiteral(named, javascriptLiterals, 1)},
  body: JSON.stringify(${codeLiteral(body, javascriptLiterals, 1)}),
});
if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);

${isStreamed ? `${show}\n${streamed}` : `console.log((await response.json())${answer});\n`}`;
}
