/** One move of a scripted reply. A string to say is cut into word-like tokens; a list is sent piece by piece as given. */
export type Step =
  | { readonly say: string | readonly string[]; readonly perSecond?: number }
  | { readonly think: string | readonly string[] }
  | { readonly call: { readonly name: string; readonly arguments: Readonly<Record<string, unknown>> } }
  | { readonly tokens: number; readonly perSecond?: number }
  | { readonly wait: number }
  /** Writes nothing more until `release()` is called. */
  | { readonly pause: true }
  /** Put on the wire as it is, as a chunk of its own. */
  | { readonly write: string };

/** How a reply ends. Everything but `stop` and `length` is a fault. */
export type End =
  | "stop"
  | "length"
  /** The runner dies: an error line natively, a chunk with an empty model on /v1. */
  | { readonly dies: string }
  /** A chunk with an `error` member, as other servers send. */
  | { readonly errorMember: string }
  /** The body ends properly, but without a terminator. */
  | "cut"
  /** The connection is reset. */
  | "reset";

interface Refusal {
  readonly status: number;
  readonly error: string;
  readonly signinUrl?: string;
  /** Another server than Ollama answers: this text, as text/html. */
  readonly page?: string;
}

/** What a model does when it is asked, as data. */
export interface Scenario {
  readonly about: string;
  readonly steps?: readonly Step[];
  readonly end?: End;
  /** Tokens per second; without it as fast as they can be written. */
  readonly perSecond?: number;
  /** The model is loaded anew and takes this long; nothing is sent meanwhile. */
  readonly load?: { readonly ms: number; readonly error?: string };
  /** Silence after loading, while the prompt is read. */
  readonly promptMs?: number;
  /** An HTTP error instead of a reply. */
  readonly refuse?: Refusal;
  /** Other servers put reasoning into `reasoning_content`. */
  readonly reasoningField?: "reasoning" | "reasoning_content";
  /** Cuts every event in two network chunks, inside a character if it has a long one. */
  readonly split?: boolean;
}

/** What a scenario can be chosen by. */
export interface Asked {
  readonly path: string;
  readonly model: string;
  /** The last user message, or the prompt. */
  readonly text: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly thinks: boolean;
  readonly tools: boolean;
  readonly format: boolean;
}

export type Choice = Scenario | ((asked: Asked) => Scenario);
