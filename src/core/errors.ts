/**
 * Everything that can go wrong between the user's words and the model's, told apart by facts.
 *
 * A case carries what the interface needs to name the cause and the next step; none is ever decided by a
 * browser's message text. Where each can arise stands in `docs/architecture.md`.
 */
export type OllamaError =
  /** Nothing readable came back: server down, wrong address, or an origin that it refuses. `finding` is the connection state that a diagnosis found. */
  | { readonly kind: "unreachable"; readonly url: string; readonly finding?: string }
  /** The bytes of a stream ended, its connection broke, or its tab died, before a terminator. */
  | { readonly kind: "cut"; readonly how: "ended" | "broken" | "tab" }
  /** An answer with a status other than 2xx. `message` is the server's own text, unwrapped (it may be empty). */
  | {
      readonly kind: "http";
      readonly status: number;
      readonly message: string;
      readonly signinUrl?: string;
    }
  /** An `error` member in a stream that had begun. */
  | { readonly kind: "in-stream"; readonly message: string }
  /** A `/v1` chunk with an empty model: Ollama failed and its reason is only in the server's log. */
  | { readonly kind: "lost-reason"; readonly modelLeftMemory?: boolean }
  /** A line that is not what the protocol says. `sample` holds at most 200 characters of it. */
  | { readonly kind: "malformed"; readonly sample: string }
  /** The request was given up by a deadline of ours, in milliseconds. */
  | { readonly kind: "timeout"; readonly afterMs: number }
  /** The app itself failed while handling an answer. */
  | { readonly kind: "app"; readonly message: string };

/** What an error most probably means for the user: the key of its text, and what can be offered. */
export type Cause =
  | "unreachable"
  | "cut"
  | "model-gone"
  | "out-of-memory"
  | "load-failed"
  | "runner-died"
  | "unauthorised"
  | "refused"
  | "too-large"
  | "too-long"
  | "rate-limited"
  | "busy"
  | "no-thinking"
  | "no-images"
  | "no-tools"
  | "no-chat"
  | "malformed"
  | "lost-reason"
  | "timeout"
  | "proxy"
  | "server"
  | "app";

/** Thrown by `ollama/`; the facts are in `error`. */
export class OllamaFailure extends Error {
  override readonly name = "OllamaFailure";
  readonly error: OllamaError;

  constructor(error: OllamaError, options?: ErrorOptions) {
    super(error.kind, options);
    this.error = error;
  }
}

/** What was thrown while a server was asked: its facts, or that the app itself failed. */
export function errorOf(thrown: unknown): OllamaError {
  return thrown instanceof OllamaFailure ? thrown.error : { kind: "app", message: String(thrown) };
}

const memory = /out of memory|failed to allocate|signal: killed|requires more system memory/i;
const load =
  /llama-server process has terminated|timed out waiting for llama-server|error loading model|unable to load model|failed to initialize/i;
const died = /model runner has unexpectedly stopped|error was encountered while running the model/i;

/**
 * The cause behind an error. Texts that are matched are servers' own (Ollama's routes.go and llm/, vLLM's and LiteLLM's), never a
 * browser's; an unknown text falls back to what the status says.
 */
export function causeOf(error: OllamaError): Cause {
  switch (error.kind) {
    case "unreachable":
    case "cut":
    case "malformed":
    case "timeout":
    case "lost-reason":
    case "app":
      return error.kind;
    case "in-stream":
      return causeOfText(error.message) ?? "server";
    case "http":
      return causeOfText(error.message) ?? causeOfStatus(error.status, error.message);
  }
}

function causeOfText(message: string): Cause | undefined {
  if (memory.test(message)) return "out-of-memory";
  if (died.test(message)) return "runner-died";
  if (load.test(message)) return "load-failed";
  if (/does not support thinking/.test(message)) return "no-thinking";
  if (/does not support tools/.test(message)) return "no-tools";
  if (/does not support chat/.test(message)) return "no-chat";
  if (/image input is not supported|does not support multimodal/.test(message)) return "no-images";
  if (
    /exceeds the available context size|longer than the context length|maximum context length/.test(message)
  )
    return "too-long";
  if (/^model .* not found|Invalid model name passed in/.test(message)) return "model-gone";
  return undefined;
}

function causeOfStatus(status: number, message: string): Cause {
  if (status === 401) return "unauthorised";
  if (status === 403) return "refused";
  if (status === 404) return /model/.test(message) ? "model-gone" : "server";
  if (status === 413) return "too-large";
  if (status === 429) return "rate-limited";
  if (status === 503 && /busy|maximum pending/.test(message)) return "busy";
  if (status === 502 || status === 503 || status === 504) return "proxy";
  return "server";
}
