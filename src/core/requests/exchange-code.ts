import { curlCommand } from "#src/core/snippets/curl-command.ts";
import type { HttpRequest } from "#src/core/snippets/http-request.ts";
import { javascriptRequest } from "#src/core/snippets/javascript-request.ts";
import { pythonRequest } from "#src/core/snippets/python-request.ts";
import { parseJson } from "#src/core/stream/json.ts";
import type { Exchange } from "./exchange.ts";
import type { ExchangeKind } from "./exchange-kind.ts";
import { mask } from "./mask.ts";

export const codeLanguages = ["curl", "python", "javascript"] as const;

export type CodeLanguage = (typeof codeLanguages)[number];

const writers = {
  curl: [curlCommand, "#"],
  python: [pythonRequest, "#"],
  javascript: [javascriptRequest, "//"],
} as const satisfies Record<CodeLanguage, readonly [(request: HttpRequest) => string, string]>;

/**
 * A recorded request as a program that sends it and prints the answer, for a POSIX shell, Python 3 or Node. It says who asks as the
 * browser did, for a server may refuse the origin of a page. Secrets stand in it as `***`, which a first comment says; only for a
 * request whose body is kept whole (`obstacleOf`).
 */
export function exchangeCode(language: CodeLanguage, exchange: Exchange, origin: string): string {
  const [write, comment] = writers[language];
  const request = requestOf(exchange, origin);
  const code = write(request);
  return code.includes(mask) && hasMask(exchange)
    ? `${comment} Put your own secrets where ${mask} stands\n${code}`
    : code;
}

function requestOf(exchange: Exchange, origin: string): HttpRequest {
  const { method, server, path, kind, sent } = exchange;
  return {
    method,
    url: server + path,
    headers: hasOrigin(exchange, origin) ? [...sent.headers, ["origin", origin]] : sent.headers,
    ...(sent.body.bytes > 0 ? { body: readable(sent.body.text) } : {}),
    isStreamed: streamed.has(kind) && !path.startsWith("/api/blobs/"),
  };
}

/** Whether the browser added an Origin: to what leaves the page's own, if it is to be read, and to whatever is no GET (Fetch standard). */
function hasOrigin({ method, server, isBlind }: Exchange, origin: string): boolean {
  if (method !== "GET" && method !== "HEAD") return true;
  return !isBlind && server !== origin && !server.startsWith(`${origin}/`);
}

const streamed: ReadonlySet<ExchangeKind> = new Set(["chat", "completion", "pull", "push", "create"]);

/** JSON that `JSON.stringify` wrote says the same indented. */
function readable(body: string): string {
  const value = parseJson(body);
  return value !== undefined && JSON.stringify(value) === body ? JSON.stringify(value, null, 2) : body;
}

function hasMask({ server, isPathMasked, sent }: Exchange): boolean {
  const isHeaderMasked = sent.headers.some(([, value]) => value.endsWith(mask));
  return isHeaderMasked || isPathMasked || sent.body.isMasked || server.includes(`${mask}@`);
}
