/** Shortest repetition that counts as a new beginning and not as chance. */
const telling = 24;

/**
 * Joins a kept partial reply with what a continuation brought.
 *
 * Models on a Modelfile template often begin anew instead of going on (protocol reference 3.2), and nothing in
 * the answer says so: a `fresh` text that repeats the beginning of `kept` is such a one. While it may still turn
 * out to be a repetition only `kept` is shown, so the shown text never shrinks.
 */
export function joinContinuation(kept: string, fresh: string, isComplete: boolean): string {
  const begun = fresh.trimStart();
  if (begun.length >= telling && begun.startsWith(kept)) return begun;
  if (kept.startsWith(begun)) return isComplete && begun.length < telling ? kept + fresh : kept;
  if (kept.slice(0, telling).length === telling && begun.startsWith(kept.slice(0, telling))) {
    return `${kept}\n\n${begun}`;
  }
  return kept + fresh;
}
