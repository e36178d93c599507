import { curlCommand } from "#src/core/snippets/curl-command.ts";
import type { SnippetRequest } from "./snippet-request.ts";

export function curlSnippet({ server, path, body, headers = [] }: SnippetRequest): string {
  return curlCommand({
    method: "POST",
    url: server + path,
    headers: [["Content-Type", "application/json"], ...headers],
    body: JSON.stringify(body, null, 2),
    isStreamed: path === "/api/generate" && body["stream"] !== false,
  });
}
