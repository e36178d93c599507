import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { eventsOf, type FakeReply, replies } from "./replies.ts";

export interface FakeOpenAiOptions {
  readonly models?: readonly { readonly id: string; readonly owned_by?: string; readonly created?: number }[];
  /** Who does not send it as a Bearer gets 401. */
  readonly requireKey?: string;
  /** Request headers that a preflight allows, in lower case. */
  readonly allowedHeaders?: readonly string[];
  /** Unknown paths get their 404 without CORS headers, as behind many proxies. */
  readonly hidesUnknown?: boolean;
  /** Refuses `max_tokens`, as OpenAI's newest models do. */
  readonly refusesMaxTokens?: boolean;
  /** Its 401 has no CORS headers, and what is not under `/v1` needs no key: vLLM's middleware stands before its CORS. */
  readonly hidesRefusal?: boolean;
  /** Answers `/api/tags` too, with OpenAI's list and one in Ollama's words beside it, as llama.cpp's server does. */
  readonly hasTags?: boolean;
  /** What its paths stand under. */
  readonly base?: string;
  /** Sends all requests on to the same path there. */
  readonly redirectTo?: string;
  /** Repeats the key that it refuses. */
  readonly repeatsKey?: boolean;
}

interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

/** A server that speaks OpenAI's API and nothing of Ollama's, over real HTTP. */
export interface FakeOpenAi {
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** Without preflights. */
  requestsTo(path: string): readonly RecordedRequest[];
  /** The next reply; later ones are plain again. */
  script(reply: FakeReply): void;
  close(): Promise<void>;
}

const standard: Required<Omit<FakeOpenAiOptions, "requireKey" | "redirectTo">> = {
  models: [
    { id: "vendor/Big-Model-70B", owned_by: "vllm", created: 1_750_000_000 },
    { id: "small-chat", owned_by: "vllm", created: 1_740_000_000 },
  ],
  allowedHeaders: ["authorization", "content-type"],
  hidesUnknown: false,
  refusesMaxTokens: false,
  hidesRefusal: false,
  hasTags: false,
  base: "",
  repeatsKey: false,
};

export async function startFakeOpenAi(options: FakeOpenAiOptions = {}): Promise<FakeOpenAi> {
  const rules = { ...standard, ...options };
  const requests: RecordedRequest[] = [];
  const scripted: FakeReply[] = [];

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const text = Buffer.concat(await incoming.toArray()).toString("utf8");
    const { method = "GET", headers } = incoming;
    const path = pathIn(incoming.url ?? "/");
    const body = text === "" ? undefined : (JSON.parse(text) as Record<string, unknown>);
    requests.push({ method, path, headers, body });
    const isTags = rules.hasTags && path === "/api/tags";
    const isKnown = path === "/v1/models" || path === "/v1/chat/completions" || isTags;
    if (isKnown || !rules.hidesUnknown) outgoing.setHeader("Access-Control-Allow-Origin", "*");
    if (method === "OPTIONS") return preflight(outgoing);
    if (rules.redirectTo !== undefined) return redirect(outgoing, rules.redirectTo + path);
    if (!isKnown) return send(outgoing, 404, { detail: "Not Found" });
    if (rules.requireKey !== undefined && headers.authorization !== `Bearer ${rules.requireKey}`) {
      if (rules.hidesRefusal) outgoing.removeHeader("Access-Control-Allow-Origin");
      const repeated = rules.repeatsKey ? ` Received: ${headers.authorization ?? "none"}.` : "";
      return refuse(outgoing, 401, `Incorrect API key provided.${repeated}`, "invalid_api_key");
    }
    return path === "/v1/chat/completions" ? complete(outgoing, body ?? {}) : list(outgoing, isTags);
  }

  function pathIn(target: string): string {
    const path = target.replace(/\?.*$/, "");
    return path.startsWith(`${rules.base}/`) ? path.slice(rules.base.length) : `outside ${path}`;
  }

  function list(outgoing: ServerResponse, isTags: boolean): void {
    const data = rules.models.map((model) => ({ object: "model", ...model }));
    const models = rules.models.map(({ id }) => ({
      name: id,
      model: id,
      modified_at: "",
      size: "",
      digest: "",
      capabilities: ["completion"],
      details: { format: "gguf", family: "", parameter_size: "", quantization_level: "" },
    }));
    send(outgoing, 200, { object: "list", data, ...(isTags && { models }) });
  }

  function redirect(outgoing: ServerResponse, to: string): void {
    outgoing.writeHead(307, { Location: to });
    outgoing.end();
  }

  function preflight(outgoing: ServerResponse): void {
    outgoing.writeHead(200, {
      "Access-Control-Allow-Methods": "GET, POST, OPTIONS",
      "Access-Control-Allow-Headers": rules.allowedHeaders.join(", "),
    });
    outgoing.end();
  }

  function complete(outgoing: ServerResponse, body: Readonly<Record<string, unknown>>): void {
    const model = String(body["model"]);
    if (!rules.models.some(({ id }) => id === model))
      return refuse(outgoing, 404, `The model \`${model}\` does not exist.`, "model_not_found");
    if (rules.refusesMaxTokens && body["max_tokens"] !== undefined)
      return refuse(
        outgoing,
        400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
        "unsupported_parameter",
      );
    const reply: FakeReply = scripted.shift() ?? replies.plain;
    if (reply.refuse) return refuse(outgoing, reply.refuse.status, reply.refuse.message, reply.refuse.code);
    const wanted = body["stream_options"] as { include_usage?: boolean } | undefined;
    outgoing.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    outgoing.end(eventsOf(reply, model, wanted?.include_usage === true));
    return undefined;
  }

  const server = createServer((incoming, outgoing) => void serve(incoming, outgoing));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${rules.base}`,
    requests,
    requestsTo: (path) => requests.filter((one) => one.path === path && one.method !== "OPTIONS"),
    script: (reply) => void scripted.push(reply),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function refuse(outgoing: ServerResponse, status: number, message: string, code?: string): void {
  const type = status === 401 ? "authentication_error" : "invalid_request_error";
  send(outgoing, status, { error: { message, type, param: null, code: code ?? null } });
}

function send(outgoing: ServerResponse, status: number, body: object): void {
  outgoing.writeHead(status, { "Content-Type": "application/json" });
  outgoing.end(JSON.stringify(body));
}
