import type { Conversation } from "./message.ts";

/**
 * Conversations whose title holds every word of the query, in the order given.
 * Case, accents and full-width forms make no difference; an empty query finds all.
 */
export function searchTitles(conversations: readonly Conversation[], query: string): readonly Conversation[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return conversations;
  return conversations.filter(({ title }) => {
    const text = folded(title);
    return words.every((word) => text.includes(word));
  });
}

function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
}
