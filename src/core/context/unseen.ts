import type { Message, MessageId } from "#src/core/conversation/message.ts";

type Sent = Pick<Message, "id" | "role" | "content">;

/** Shorter texts may stand in a template, or in another message, by chance. */
const shortest = 12;

/**
 * Messages that the model does not see, by the text that the server rendered for it (`_debug_render_only`): those whose text is
 * not in it. The last message and system messages always stay (server/prompt.go), so they are never named; where even the last one is
 * not found the template changes its texts and nothing can be told. `messages` root first, as sent; the answer too.
 */
export function unseenFromRender(rendered: string, messages: readonly Sent[]): MessageId[] {
  const text = squeezed(rendered);
  const unseen: MessageId[] = [];
  let before = text.length;
  let isNewest = true;
  // From the end, so that of equal texts the newest are matched: it is the oldest that the server drops.
  for (const message of messages.toReversed()) {
    const words = squeezed(message.content);
    if (message.role === "system" || words === "") continue;
    const isShort = words.length < shortest;
    const at = isShort && unseen.length > 0 ? -1 : lastIn(text, words, before, isShort);
    if (at >= 0) before = at;
    else if (isNewest) return [];
    else unseen.unshift(message.id);
    isNewest = false;
  }
  return unseen;
}

/**
 * The same, estimated: the server drops the oldest messages that are not of the system until the rest fits; the last stays.
 * `tokens` holds the tokens of each message, `allocated` the context of the loaded model.
 */
export function unseenEstimate(
  messages: readonly Pick<Message, "id" | "role">[],
  tokens: readonly number[],
  allocated: number,
): MessageId[] {
  let sum = tokens.reduce((total, count) => total + count, 0);
  const unseen: MessageId[] = [];
  for (const [index, message] of messages.entries()) {
    if (sum <= allocated || index === messages.length - 1) break;
    if (message.role === "system") continue;
    sum -= tokens[index] ?? 0;
    unseen.push(message.id);
  }
  return unseen;
}

/** Where the words last stand before an index; short ones only as words of their own. */
function lastIn(text: string, words: string, before: number, isShort: boolean): number {
  let end = before;
  while (end >= words.length) {
    const at = text.lastIndexOf(words, end - words.length);
    if (at < 0 || !isShort || isApart(text, at, words)) return at;
    end = at + words.length - 1;
  }
  return -1;
}

function isApart(text: string, at: number, words: string): boolean {
  const end = at + words.length;
  return !isOneWord(text.slice(0, at).slice(-2), words) && !isOneWord(words, text.slice(end, end + 2));
}

function isOneWord(left: string, right: string): boolean {
  return /[\p{L}\p{N}]$/u.test(left) && /^[\p{L}\p{N}]/u.test(right);
}

/** Templates trim and join texts with white space of their own. */
function squeezed(text: string): string {
  return text.trim().replace(/\s+/g, " ");
}
