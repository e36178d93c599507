export const exchangeKinds = [
  "chat",
  "completion",
  "embedding",
  "models",
  "pull",
  "push",
  "create",
  "manage",
  "connection",
  "other",
] as const;

/** What a request is for. */
export type ExchangeKind = (typeof exchangeKinds)[number];

const kinds: Readonly<Record<string, ExchangeKind>> = {
  "/v1/chat/completions": "chat",
  "/api/chat": "chat",
  "/api/generate": "completion",
  "/v1/completions": "completion",
  "/api/embed": "embedding",
  "/api/embeddings": "embedding",
  "/v1/embeddings": "embedding",
  "/api/tags": "models",
  "/api/ps": "models",
  "/api/show": "models",
  "/v1/models": "models",
  "/api/pull": "pull",
  "/api/push": "push",
  "/api/create": "create",
  "/api/copy": "manage",
  "/api/delete": "manage",
  "/api/version": "connection",
  "/": "connection",
  "/api/me": "connection",
};

/** What a path is asked for; a query does not matter. */
export function exchangeKindOf(path: string): ExchangeKind {
  const bare = path.replace(/[?#].*$/, "");
  if (bare.startsWith("/api/blobs/")) return "create";
  if (bare.startsWith("/v1/models/")) return "models";
  return Object.hasOwn(kinds, bare) ? (kinds[bare] ?? "other") : "other";
}

const changing = new Set(["/api/create", "/api/copy", "/api/push", "/api/pull", "/api/delete"]);

/** Whether a request changes what is on a server (api.md: these routes and no others), so that sending it again is asked about first. */
export function changesServer(method: string, path: string): boolean {
  const bare = path.replace(/[?#].*$/, "");
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return false;
  if (method !== "POST") return true;
  return changing.has(bare) || bare.startsWith("/api/blobs/");
}

/**
 * Whether the body of a stream has the last word that its route ends with: `[DONE]` on `/v1`, a line with `done` in a chat or a
 * completion, `success` or an error in what tells of progress. `undefined` where a route has none, or the answer is no stream.
 * `tail` may begin within the last line: that of a completion has all tokens of the context between `done` and its durations.
 */
export function endsWhole(path: string, contentType: string, tail: string): boolean | undefined {
  const last = tail.trimEnd().split("\n").at(-1) ?? "";
  if (contentType.startsWith("text/event-stream")) return last.trim() === "data: [DONE]";
  if (!contentType.startsWith("application/x-ndjson")) return undefined;
  if (/"error"\s*:/.test(last)) return true;
  const kind = exchangeKindOf(path);
  if (kind === "chat" || kind === "completion") return /"(done"\s*:\s*true|total_duration"\s*:)/.test(last);
  if (kind === "pull" || kind === "push" || kind === "create") return /"status"\s*:\s*"success"/.test(last);
  return undefined;
}
