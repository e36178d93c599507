import type { MessageKey, Translate } from "#src/ui/i18n.tsx";

const texts: Readonly<Record<string, MessageKey>> = {
  completion: "library.can.completion",
  embedding: "library.can.embedding",
  insert: "library.can.insert",
  audio: "library.can.audio",
  image: "library.can.image",
  thinking: "models.can.thinking",
  vision: "models.can.vision",
  tools: "models.can.tools",
};

/** A capability in words; one that is new to us keeps Ollama's name. */
export function capabilityText(capability: string, t: Translate): string {
  const key = texts[capability];
  return key ? t(key) : capability;
}
