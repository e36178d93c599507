import { type Dialect, type Echo, goTime, logprobsOf, metrics, type Said, type Summary } from "./dialect.ts";
import { json } from "./exchange.ts";
import type { Output } from "./generation.ts";
import { goJson } from "./go-json.ts";

const ndjson = "application/x-ndjson";

function callBody({ id, index, call }: Extract<Output, { kind: "call" }>): object {
  return { id, function: { index, name: call.name, arguments: call.arguments } };
}

function head(echo: Echo): object {
  const remote =
    echo.remote === undefined ? {} : { remote_model: echo.remote.model, remote_host: echo.remote.host };
  return { model: echo.model, ...remote, created_at: goTime(Date.now()) };
}

abstract class NativeDialect implements Dialect {
  readonly streamType = ndjson;
  readonly wholeType = json;
  protected readonly echo: Echo;

  constructor(echo: Echo) {
    this.echo = echo;
  }

  abstract say(output: Output): readonly string[];
  protected abstract body(said: Said): object;
  /** What only some routes add to the last line. */
  protected extras(_summary: Summary): object {
    return {};
  }

  protected line(body: object, rest: object): string {
    return `${goJson({ ...head(this.echo), ...body, done: false, ...rest })}\n`;
  }

  finish(summary: Summary): string {
    return `${this.#last({ text: "", thinking: "", calls: [] }, summary)}\n`;
  }

  whole(said: Said, summary: Summary): string {
    return this.#last(said, summary);
  }

  died(message: string): string {
    return `${goJson({ error: message })}\n`;
  }

  errorMember(message: string): string {
    return this.died(message);
  }

  rendered(template: string): { readonly type: string; readonly body: string } {
    const body = {
      ...head(this.echo),
      ...this.debugBody,
      done: false,
      _debug_info: { rendered_template: template },
    };
    return { type: json, body: goJson(body) };
  }

  protected abstract readonly debugBody: object;

  #last(said: Said, summary: Summary): string {
    return goJson({
      ...head(this.echo),
      ...this.body(said),
      done: true,
      done_reason: summary.reason,
      ...this.extras(summary),
      ...metrics(summary),
    });
  }
}

/** `/api/chat`: a line a token, the text in `message`. */
export class ChatDialect extends NativeDialect {
  protected readonly debugBody = { message: { role: "", content: "" } };

  say(output: Output): readonly string[] {
    if (output.kind === "raw") return [output.text];
    const logprobs = output.kind === "call" ? undefined : logprobsOf(output.text, this.echo.topLogprobs);
    const said: Said = {
      text: output.kind === "text" ? output.text : "",
      thinking: output.kind === "thinking" ? output.text : "",
      calls: output.kind === "call" ? [output] : [],
    };
    return [this.line(this.body(said), logprobs === undefined ? {} : { logprobs })];
  }

  protected body({ text, thinking, calls }: Said): object {
    return {
      message: {
        role: "assistant",
        content: text,
        ...(thinking === "" ? {} : { thinking }),
        ...(calls.length === 0 ? {} : { tool_calls: calls.map(callBody) }),
      },
    };
  }
}

/** Lines without text that stand for the thinking tags, which the server takes out. */
const blanks = { open: 4, close: 3 };

/** `/api/generate`: a line a token, the text in `response`. */
export class GenerateDialect extends NativeDialect {
  protected readonly debugBody = { response: "" };
  readonly #raw: boolean;
  #context: number[] = [];
  #thinking = false;

  constructor(echo: Echo, raw: boolean) {
    super(echo);
    this.#raw = raw;
  }

  say(output: Output): readonly string[] {
    if (output.kind === "raw") return [output.text];
    if (output.kind === "call") return [];
    const thinks = output.kind === "thinking";
    const blankLines = thinks === this.#thinking ? 0 : thinks ? blanks.open : blanks.close;
    this.#thinking = thinks;
    const blank = Array.from({ length: blankLines }, () => this.line({ response: "" }, {}));
    const logprobs = logprobsOf(output.text, this.echo.topLogprobs);
    const body = this.body({
      text: thinks ? "" : output.text,
      thinking: thinks ? output.text : "",
      calls: [],
    });
    return [...blank, this.line(body, logprobs === undefined ? {} : { logprobs })];
  }

  protected body({ text, thinking }: Said): object {
    if (text !== "") this.#context.push(...Buffer.from(text));
    return { response: text, ...(thinking === "" ? {} : { thinking }) };
  }

  protected override extras(): object {
    return this.#raw ? {} : { context: [1, ...this.#context] };
  }
}
