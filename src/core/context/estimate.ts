const wide =
  /[\u1100-\u11FF\u2E80-\u9FFF\uA960-\uA97F\uAC00-\uD7FF\uF900-\uFAFF\uFF00-\uFFEF]|[\u{1F000}-\u{3FFFF}]/u;

/** Tokens that the roles and marks of a template add to each message, about. */
export const tokensPerMessage = 4;

/**
 * Tokens of a text, estimated: four characters of ASCII a token, two of other alphabets, one of CJK and emoji.
 * `factor` corrects it by what the server counted before (see `calibration`). 0 for an empty text.
 */
export function estimateTokens(text: string, factor = 1): number {
  let tokens = 0;
  for (const character of text) {
    if (character <= "\u007F") tokens += 0.25;
    else tokens += wide.test(character) ? 1 : 0.5;
  }
  return Math.ceil(tokens * factor);
}

/** How much more (or less) the server counted than was estimated, over earlier prompts; 1 without any, within 0.5 to 2. */
export function calibration(
  samples: readonly { readonly estimated: number; readonly actual: number }[],
): number {
  const usable = samples.filter(({ estimated, actual }) => estimated > 0 && actual > 0);
  const estimated = usable.reduce((sum, sample) => sum + sample.estimated, 0);
  const actual = usable.reduce((sum, sample) => sum + sample.actual, 0);
  return estimated === 0 ? 1 : Math.min(2, Math.max(0.5, actual / estimated));
}
