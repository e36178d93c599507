import type { JsonRecord } from "#src/core/stream/json.ts";
import { codeLiteral, pythonLiterals } from "#src/core/snippets/code-literal.ts";
import type { SnippetRequest } from "./snippet-request.ts";

/** The package `ollama`: its arguments have the names of the API's fields. */
export function pythonSnippet({ server, path, body, headers = [] }: SnippetRequest): string {
  const isGenerate = path === "/api/generate";
  const isStreamed = isGenerate && body["stream"] !== false;
  const images = isGenerate && Array.isArray(body["images"]) ? body["images"] : [];
  const { stream: _stream, images: _images, ...rest } = body;
  const sent = isGenerate && isStreamed ? { ...rest, stream: true } : rest;
  const call = [
    ...pythonArguments(sent),
    ...(images.length > 0 ? [`  images=[${images.map(imageLiteral).join(", ")}],\n`] : []),
  ].join("");
  const named =
    headers.length > 0 ? `, headers=${codeLiteral(Object.fromEntries(headers), pythonLiterals)}` : "";
  const method = isGenerate ? "generate" : "embed";
  return `# pip install ollama
${images.length > 0 ? "from base64 import b64decode\n" : ""}from ollama import Client

client = Client(host=${JSON.stringify(server)}${named})
answer = client.${method}(
${call})
${printed(isGenerate, isStreamed)}`;
}

/** One keyword argument a line, for a call that stands at the margin. */
export function pythonArguments(body: JsonRecord): readonly string[] {
  return Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name}=${codeLiteral(value, pythonLiterals, 1)},\n`);
}

function imageLiteral(image: unknown): string {
  // As text the package would take it for the name of a file first.
  return `b64decode(${codeLiteral(image, pythonLiterals)})`;
}

function printed(isGenerate: boolean, isStreamed: boolean): string {
  if (!isGenerate) return "print(answer.embeddings)\n";
  if (!isStreamed) return "print(answer.response)\n";
  return 'for part in answer:\n  print(part.response, end="", flush=True)\nprint()\n';
}
