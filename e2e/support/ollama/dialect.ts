import type { Output } from "./generation.ts";

/** What one reply came to. */
export interface Summary {
  readonly reason: "stop" | "length";
  readonly promptTokens: number;
  readonly tokens: number;
  readonly loadMs: number;
  readonly promptMs: number;
  readonly generateMs: number;
  readonly calls: number;
}

/** A whole reply, where no stream was asked for. */
export interface Said {
  readonly text: string;
  readonly thinking: string;
  readonly calls: readonly Extract<Output, { kind: "call" }>[];
}

/** How a route puts a reply into words: one instance a reply. */
export interface Dialect {
  readonly streamType: string;
  readonly wholeType: string;
  /** One network chunk of the stream, or several. */
  say(output: Output): readonly string[];
  finish(summary: Summary): string;
  /** What is seen when the runner dies in mid-stream. */
  died(message: string): string;
  errorMember(message: string): string;
  whole(said: Said, summary: Summary): string;
  /** The prompt instead of a reply (`_debug_render_only`). */
  rendered(template: string, stream: boolean): { readonly type: string; readonly body: string };
}

export interface Echo {
  /** The name as the client gave it. */
  readonly model: string;
  readonly remote: { readonly model: string; readonly host: string } | undefined;
  readonly topLogprobs: number | undefined;
}

/** Times as Go writes them, to the nanosecond. */
export function goTime(at: number): string {
  const fraction = String(Math.floor(Math.random() * 1e6)).padStart(6, "0");
  return new Date(at).toISOString().replace("Z", `${fraction}Z`).replace(/0+Z$/, "Z");
}

function nanoseconds(ms: number): number {
  return Math.round(ms * 1e6);
}

export function metrics(summary: Summary): Record<string, number> {
  const all = {
    total_duration: nanoseconds(summary.loadMs + summary.promptMs + summary.generateMs),
    load_duration: nanoseconds(summary.loadMs),
    prompt_eval_count: summary.promptTokens,
    prompt_eval_duration: nanoseconds(summary.promptMs),
    eval_count: summary.tokens,
    eval_duration: nanoseconds(summary.generateMs),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== 0));
}

export interface Logprob {
  readonly token: string;
  readonly logprob: number;
  readonly bytes: readonly number[];
  readonly top_logprobs?: readonly Logprob[];
}

function logprob(token: string, value: number): Logprob {
  return { token, logprob: value, bytes: [...Buffer.from(token)] };
}

export function logprobsOf(text: string, top: number | undefined): readonly Logprob[] | undefined {
  if (top === undefined) return undefined;
  const others = Array.from({ length: Math.max(0, top - 1) }, (_, index) =>
    logprob(` other ${index + 1}`, -48.25 - index),
  );
  return [{ ...logprob(text, 0), ...(top > 0 ? { top_logprobs: [logprob(text, 0), ...others] } : {}) }];
}
