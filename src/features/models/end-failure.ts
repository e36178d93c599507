import type { OllamaError } from "#src/core/errors.ts";
import type { MessageKey } from "#src/ui/i18n.tsx";

/** A cause as the key of its text, and the server's own words where there are any. */
export type EndFailure = { readonly key: MessageKey; readonly details?: string };

export type EndKeys = {
  readonly server: MessageKey;
  readonly cut: MessageKey;
  readonly malformed?: MessageKey;
  readonly other: MessageKey;
  /** What the server's words, or an answer's status, tell. */
  readonly ofWords: (message: string, status?: number) => MessageKey | undefined;
};

/** Why what the server worked at for long ended. */
export function endFailure(error: OllamaError, keys: EndKeys): EndFailure {
  switch (error.kind) {
    case "in-stream":
      return { key: keys.ofWords(error.message) ?? keys.other, details: error.message };
    case "http": {
      const { status, message } = error;
      return { key: keys.ofWords(message, status) ?? keys.other, details: `${status} ${message}`.trim() };
    }
    case "unreachable":
    case "timeout":
      return { key: keys.server };
    case "cut":
      return { key: keys.cut };
    case "malformed":
      return { key: keys.malformed ?? keys.other, details: error.sample };
    case "app":
      return { key: keys.other, details: error.message };
    case "lost-reason":
      return { key: keys.other };
  }
}

/** The key of the first text that stands in a message. */
export function keyOfWords(
  texts: readonly (readonly [RegExp, MessageKey])[],
  message: string,
): MessageKey | undefined {
  return texts.find(([pattern]) => pattern.test(message))?.[1];
}
