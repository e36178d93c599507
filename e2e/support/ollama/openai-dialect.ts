import { type Dialect, type Echo, logprobsOf, type Said, type Summary } from "./dialect.ts";
import { plainJson } from "./exchange.ts";
import type { Output } from "./generation.ts";
import { goJson } from "./go-json.ts";

const eventStream = "text/event-stream";

export interface OpenAiEcho extends Echo {
  readonly includeUsage: boolean;
  readonly reasoningField: "reasoning" | "reasoning_content";
}

function event(value: unknown): string {
  return `data: ${goJson(value)}\n\n`;
}

function usageOf(summary: Summary | undefined): object {
  const [prompt, completion] = [summary?.promptTokens ?? 0, summary?.tokens ?? 0];
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}

/** Ollama draws ids from a thousand: they are no keys. */
function randomId(prefix: string): string {
  return `${prefix}-${Math.floor(Math.random() * 999)}`;
}

function callBody({ id, index, call }: Extract<Output, { kind: "call" }>): object {
  return { id, index, type: "function", function: { name: call.name, arguments: goJson(call.arguments) } };
}

/** `/v1/chat/completions`. */
export class ChatCompletionDialect implements Dialect {
  readonly streamType = eventStream;
  readonly wholeType = plainJson;
  readonly #echo: OpenAiEcho;
  readonly #id = randomId("chatcmpl");
  #created = 0;
  #begun = false;
  #called = false;

  constructor(echo: OpenAiEcho) {
    this.#echo = echo;
  }

  say(output: Output): readonly string[] {
    if (output.kind === "raw") return [output.text];
    if (output.kind === "call") {
      this.#called = true;
      return [this.#chunk({ content: "", tool_calls: [callBody(output)] }, null)];
    }
    const delta =
      output.kind === "text"
        ? { content: output.text }
        : { content: "", [this.#echo.reasoningField]: output.text };
    const logprobs = logprobsOf(output.text, this.#echo.topLogprobs);
    return [this.#chunk(delta, null, logprobs === undefined ? {} : { logprobs: { content: logprobs } })];
  }

  /** The last events leave in one network chunk. */
  finish(summary: Summary): string {
    const opening = this.#begun ? "" : this.#chunk({ content: "" }, null);
    const reason = this.#called && summary.reason === "stop" ? "tool_calls" : summary.reason;
    const usage = {
      ...this.#head("chat.completion.chunk", this.#echo.model),
      choices: [],
      usage: usageOf(summary),
    };
    const events = [
      opening,
      this.#chunk({}, reason),
      this.#echo.includeUsage ? event(usage) : "",
      "data: [DONE]\n\n",
    ];
    return events.join("");
  }

  /** The reason is lost: a chunk without model and text, then nothing. */
  died(): string {
    return this.#chunk({ content: "" }, null, {}, "");
  }

  errorMember(message: string): string {
    return event({ error: { message, type: "server_error", param: null, code: null } });
  }

  whole(said: Said, summary: Summary): string {
    const message = {
      role: "assistant",
      content: said.text,
      ...(said.thinking === "" ? {} : { [this.#echo.reasoningField]: said.thinking }),
      ...(said.calls.length === 0 ? {} : { tool_calls: said.calls.map(callBody) }),
    };
    const reason = said.calls.length > 0 && summary.reason === "stop" ? "tool_calls" : summary.reason;
    const choices = [{ index: 0, message, finish_reason: reason }];
    const body = { ...this.#head("chat.completion", this.#echo.model), choices, usage: usageOf(summary) };
    return `${goJson(body)}\n`;
  }

  rendered(template: string, stream: boolean): { readonly type: string; readonly body: string } {
    if (stream) return { type: eventStream, body: this.#chunk({ content: "" }, null) };
    const choices = [{ index: 0, message: { role: "", content: "" }, finish_reason: null }];
    const head = this.#head("chat.completion", this.#echo.model);
    const body = {
      ...head,
      choices,
      usage: usageOf(undefined),
      _debug_info: { rendered_template: template },
    };
    return { type: plainJson, body: `${goJson(body)}\n` };
  }

  #head(object: string, model: string): object {
    this.#created ||= Math.floor(Date.now() / 1000);
    return { id: this.#id, object, created: this.#created, model, system_fingerprint: "fp_ollama" };
  }

  #chunk(delta: object, finishReason: string | null, extras: object = {}, model = this.#echo.model): string {
    const opening = this.#begun ? {} : { role: "assistant" };
    this.#begun = true;
    const choices = [{ index: 0, delta: { ...opening, ...delta }, finish_reason: finishReason, ...extras }];
    return event({ ...this.#head("chat.completion.chunk", model), choices });
  }
}

/** `/v1/completions`. */
export class CompletionDialect implements Dialect {
  readonly streamType = eventStream;
  readonly wholeType = plainJson;
  readonly #echo: OpenAiEcho;
  readonly #id = randomId("cmpl");
  readonly #created = Math.floor(Date.now() / 1000);

  constructor(echo: OpenAiEcho) {
    this.#echo = echo;
  }

  say(output: Output): readonly string[] {
    if (output.kind === "raw") return [output.text];
    return output.kind === "text" ? [this.#chunk(output.text, null)] : [];
  }

  finish(summary: Summary): string {
    const usage = this.#echo.includeUsage ? this.#event([], usageOf(summary)) : "";
    return `${this.#chunk("", summary.reason)}${usage}data: [DONE]\n\n`;
  }

  died(): string {
    return this.#chunk("", null, "");
  }

  errorMember(message: string): string {
    return event({ error: { message, type: "server_error", param: null, code: null } });
  }

  whole(said: Said, summary: Summary): string {
    const body = {
      id: this.#id,
      object: "text_completion",
      created: this.#created,
      model: this.#echo.model,
      system_fingerprint: "fp_ollama",
      choices: [{ text: said.text, index: 0, finish_reason: summary.reason }],
      usage: usageOf(summary),
    };
    return `${goJson(body)}\n`;
  }

  rendered(): { readonly type: string; readonly body: string } {
    return { type: eventStream, body: this.#chunk("", null) };
  }

  #chunk(text: string, finishReason: string | null, model = this.#echo.model): string {
    const usage = this.#echo.includeUsage ? usageOf(undefined) : undefined;
    return this.#event([{ text, index: 0, finish_reason: finishReason }], usage, model);
  }

  #event(choices: readonly object[], usage: object | undefined, model = this.#echo.model): string {
    return event({
      id: this.#id,
      object: "text_completion",
      created: this.#created,
      choices,
      model,
      system_fingerprint: "fp_ollama",
      ...(usage === undefined ? {} : { usage }),
    });
  }
}
