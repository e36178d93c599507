import { type Cause, causeOf, type OllamaError } from "#src/core/errors.ts";

/** What is wrong with a question is wrong with it everywhere: its form, its size, what it asks of the model. */
const ofQuestion: ReadonlySet<number> = new Set([400, 413, 415, 422]);
const causesOfQuestion: ReadonlySet<Cause> = new Set([
  "no-chat",
  "no-images",
  "no-thinking",
  "no-tools",
  "too-large",
  "too-long",
]);

/**
 * Whether another server may do what this one could not, before a character came: it was not reached, is busy or broken, lacks the
 * model, or does not let this page in.
 */
export function isServersFault(error: OllamaError): boolean {
  const cause = causeOf(error);
  if (error.kind === "app" || causesOfQuestion.has(cause)) return false;
  if (error.kind !== "http" || !ofQuestion.has(error.status)) return true;
  return cause === "model-gone" || cause === "load-failed" || cause === "out-of-memory";
}
