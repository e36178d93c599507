import type { Clock } from "./clock.ts";
import type { End, Scenario, Step } from "./scenario.ts";

/** What a model puts out: tokens of text or of thought, a tool call, or bytes that no model would write. */
export type Output =
  | { readonly kind: "text" | "thinking"; readonly text: string }
  | { readonly kind: "call"; readonly id: string; readonly index: number; readonly call: ToolCall }
  | { readonly kind: "raw"; readonly text: string };

interface ToolCall {
  readonly name: string;
  readonly arguments: Readonly<Record<string, unknown>>;
}

export interface Limits {
  readonly maxTokens: number;
  readonly stops: readonly string[];
  readonly thinks: boolean;
}

/** More equal tokens in a row than this, and Ollama gives up without a word. */
const repeatLimit = 30;

interface Context {
  readonly clock: Clock;
  readonly gone: AbortSignal;
  readonly pause: (gone: AbortSignal) => Promise<void>;
}

/** Plays a scenario token by token; what it returns is how the reply ended. */
export async function* generate(
  scenario: Scenario,
  limits: Limits,
  { clock, gone, pause }: Context,
): AsyncGenerator<Output, End, void> {
  const pace = clock.pace();
  let count = 0;
  let calls = 0;
  let said = "";
  let last = "";
  let repeats = 0;
  for (const step of scenario.steps ?? []) {
    gone.throwIfAborted();
    if ("wait" in step) await clock.sleep(step.wait, gone);
    else if ("pause" in step) await pause(gone);
    else if ("write" in step) yield { kind: "raw", text: step.write };
    else if ("call" in step) {
      yield { kind: "call", id: `call_${randomWord()}`, index: calls++, call: step.call };
      count += 20;
    } else if (!("think" in step) || limits.thinks) {
      const kind = "think" in step ? "thinking" : "text";
      const perSecond = ("perSecond" in step ? step.perSecond : undefined) ?? scenario.perSecond;
      for (const token of tokensOf(step)) {
        await pace.next(perSecond === undefined ? 0 : 1000 / perSecond, gone);
        repeats = token.trim() === last ? repeats + 1 : 0;
        if (repeats > repeatLimit) return "cut";
        last = token.trim();
        const stopAt = kind === "text" ? firstStop(said, token, limits.stops) : undefined;
        const text = stopAt === undefined ? token : token.slice(0, stopAt);
        if (text !== "") yield { kind, text };
        if (stopAt !== undefined) return "stop";
        if (kind === "text") said = (said + token).slice(-500);
        if (++count >= limits.maxTokens) return "length";
      }
    }
  }
  return scenario.end ?? "stop";
}

function firstStop(said: string, token: string, stops: readonly string[]): number | undefined {
  const places = stops
    .map((stop) => (said + token).indexOf(stop, Math.max(0, said.length - stop.length)))
    .filter((place) => place >= 0);
  return places.length === 0 ? undefined : Math.max(0, Math.min(...places) - said.length);
}

function* tokensOf(
  step: Extract<Step, { say: unknown } | { think: unknown } | { tokens: unknown }>,
): Generator<string> {
  if ("tokens" in step) {
    for (let index = 0; index < step.tokens; index++) yield filler(index);
    return;
  }
  const text = "say" in step ? step.say : step.think;
  yield* typeof text === "string" ? (text.match(/\s*\S+\s*?(?=\s|$)|\s+$/g) ?? []) : text;
}

const fillerWords =
  "the river turns past old stones and carries light through quiet fields toward evening".split(" ");

/** Distinct neighbours, a numbered sentence a line: easy to look for in a test. */
function filler(index: number): string {
  const place = index % (fillerWords.length + 1);
  const line = Math.floor(index / (fillerWords.length + 1)) + 1;
  return place === 0 ? `${line === 1 ? "" : "\n\n"}${line}.` : ` ${fillerWords[place - 1] ?? ""}`;
}

function randomWord(): string {
  return Math.random().toString(36).slice(2).padEnd(8, "0").slice(0, 8);
}
