import type { GenerateTimings } from "./generate-line.ts";

/** What the page measured itself, in milliseconds since the request left. */
export type Measured = {
  /** When the first character of text or thinking came; absent where none came. */
  readonly firstMs?: number;
  readonly endMs: number;
};

export type Stretch<Name extends string> = {
  readonly name: Name;
  /** Of the length of the whole line, 0 to 1. */
  readonly from: number;
  readonly share: number;
  readonly ms: number;
};

export type TimeLine = {
  /** What a whole line stands for, in milliseconds: the longer of the two. */
  readonly spanMs: number;
  readonly server: readonly Stretch<"load" | "prompt" | "generation" | "rest">[];
  readonly page: readonly Stretch<"first" | "stream">[];
};

/**
 * Two lines of one scale: what the server did, in the order it does it, and what the page saw. `rest` is what the server's total has
 * beyond its parts (waiting for its turn, templates). Stretches without length are left out.
 */
export function timeLine(measured: Measured, timings?: GenerateTimings): TimeLine {
  const firstMs = measured.firstMs ?? measured.endMs;
  const parts = timings ? timings.loadMs + timings.promptMs + timings.generationMs : 0;
  const spanMs = Math.max(measured.endMs, timings?.totalMs ?? 0, parts);
  return {
    spanMs,
    server: timings
      ? lay(spanMs, [
          ["load", timings.loadMs],
          ["prompt", timings.promptMs],
          ["generation", timings.generationMs],
          ["rest", Math.max(0, timings.totalMs - parts)],
        ])
      : [],
    page: lay(spanMs, [
      ["first", firstMs],
      ["stream", measured.endMs - firstMs],
    ]),
  };
}

function lay<Name extends string>(
  spanMs: number,
  parts: readonly (readonly [Name, number])[],
): readonly Stretch<Name>[] {
  let at = 0;
  const stretches: Stretch<Name>[] = [];
  for (const [name, ms] of parts) {
    if (ms <= 0) continue;
    stretches.push({ name, from: at / spanMs, share: ms / spanMs, ms });
    at += ms;
  }
  return stretches;
}

/** Tokens a second; `undefined` where one of the two is unknown. */
export function perSecond(tokens: number, ms: number): number | undefined {
  return tokens > 0 && ms > 0 ? (tokens / ms) * 1000 : undefined;
}
