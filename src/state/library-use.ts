import type { Conversation } from "#src/core/conversation/message.ts";
import { modelKey } from "#src/core/models/name.ts";

/**
 * When each model was last used by a conversation that is kept here: a look-up by name, in milliseconds since 1970 UTC.
 * One pass over all conversations, whose names of models are few and read once.
 */
export function lastUses(conversations: Iterable<Conversation>): (name: string) => number | undefined {
  const byText = new Map<string, number>();
  for (const { model, updatedAt } of conversations)
    if (model) byText.set(model, Math.max(byText.get(model) ?? 0, updatedAt));
  const byKey = new Map<string, number>();
  for (const [text, at] of byText) {
    const key = modelKey(text);
    byKey.set(key, Math.max(byKey.get(key) ?? 0, at));
  }
  return (name) => byKey.get(modelKey(name));
}
