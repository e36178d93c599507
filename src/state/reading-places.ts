import type { ConversationId } from "#src/core/conversation/message.ts";
import { loadReadingPlaces, type ReadingPlace, saveReadingPlaces } from "#src/storage/reading-places.ts";

export type { ReadingPlace } from "#src/storage/reading-places.ts";

/** Where the reader was in conversations that were left away from their end, while the tab is open. */
const places = loadReadingPlaces();

export function readingPlace(id: ConversationId): ReadingPlace | undefined {
  return places.get(id);
}

/** Keeps where the reader of a conversation is, or forgets it at the end. */
export function keepReadingPlace(id: ConversationId, place: ReadingPlace | undefined): void {
  if (place) places.set(id, place);
  else places.delete(id);
  saveReadingPlaces(places);
}
