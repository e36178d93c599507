import { Hono } from "hono";
import { hasBlob, putBlob } from "./blob-route.ts";
import { chat } from "./chat-route.ts";
import { create } from "./create-route.ts";
import { embed, embeddings, openAiEmbeddings } from "./embed-routes.ts";
import type { Exchange } from "./exchange.ts";
import { generateText } from "./generate-route.ts";
import { copy, me, ps, remove, show, tags } from "./model-routes.ts";
import { chatCompletions, completions, listModels, showModel } from "./openai-routes.ts";
import { pull } from "./pull-route.ts";
import { push } from "./push-route.ts";
import type { ServerState } from "./server-state.ts";

type Handler = (exchange: Exchange, state: ServerState, parameter: string) => void | Promise<void>;

/** Every endpoint by its path; the last part may be a parameter. */
const endpoints: Readonly<Record<string, Readonly<Record<string, Handler>>>> = {
  "/": { GET: root, HEAD: root },
  "/api/version": { GET: version, HEAD: version },
  "/api/status": { GET: status },
  "/api/tags": { GET: tags, HEAD: tags },
  "/api/ps": { GET: ps },
  "/api/show": { POST: show },
  "/api/generate": { POST: generateText },
  "/api/chat": { POST: chat },
  "/api/embed": { POST: embed },
  "/api/embeddings": { POST: embeddings },
  "/api/pull": { POST: pull },
  "/api/push": { POST: push },
  "/api/create": { POST: create },
  "/api/copy": { POST: copy },
  "/api/delete": { DELETE: remove },
  "/api/blobs/:parameter": { HEAD: hasBlob, POST: putBlob },
  "/api/me": { POST: me },
  "/v1/chat/completions": { POST: chatCompletions },
  "/v1/completions": { POST: completions },
  "/v1/embeddings": { POST: openAiEmbeddings },
  "/v1/models": { GET: listModels },
  "/v1/models/:parameter": { GET: showModel },
};

function root(exchange: Exchange): void {
  exchange.send(200, "text/plain; charset=utf-8", "Ollama is running");
}

function version(exchange: Exchange, { rules }: ServerState): void {
  exchange.json(200, { version: rules.version });
}

function status(exchange: Exchange, { rules }: ServerState): void {
  const disabled = rules.cloud === "off";
  exchange.json(200, { cloud: { disabled, source: disabled ? "env" : "none" } });
}

export interface Match {
  /** The methods the path knows. */
  readonly methods: readonly string[];
  readonly handle: Handler | undefined;
  readonly parameter: string;
}

/** Hono finds the path; the methods are looked up here, because a wrong one has an answer of its own. */
const router = new Hono<{ Bindings: { found: (path: string, parameter: string) => void } }>();
for (const path of Object.keys(endpoints)) {
  router.all(path, (context) => {
    context.env.found(path, context.req.param("parameter") ?? "");
    return context.body(null);
  });
}

export async function match(method: string, path: string): Promise<Match | undefined> {
  let found: Match | undefined;
  await router.fetch(new Request(`http://localhost${encodeURI(decodedPath(path))}`), {
    found: (known, parameter) => {
      const handlers = endpoints[known] ?? {};
      found = { methods: Object.keys(handlers), handle: handlers[method], parameter };
    },
  });
  return found;
}

function decodedPath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return "/malformed";
  }
}
