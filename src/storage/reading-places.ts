import * as v from "valibot";
import { readItem, tabItems, writeItem } from "./local-items.ts";

const key = "candor.reading-places";

const place = v.object({ message: v.string(), way: v.array(v.number()), below: v.number(), at: v.number() });
const schema = v.array(v.tuple([v.string(), place]));

/** What stood first in view, as the way to it from its message, how far below the top it began, in CSS pixels, and when. */
export type ReadingPlace = v.InferOutput<typeof place>;

/** Where this tab's reader was in conversations, by their id, over reloads; empty where that cannot be read. Never throws. */
export function loadReadingPlaces(): Map<string, ReadingPlace> {
  try {
    return new Map(v.parse(schema, JSON.parse(readItem(key, tabItems()) ?? "[]")));
  } catch {
    return new Map();
  }
}

/** Keeps the places in this tab; where that is not possible they last as long as the page. */
export function saveReadingPlaces(places: ReadonlyMap<string, ReadingPlace>): void {
  writeItem(key, places.size > 0 ? JSON.stringify([...places]) : null, tabItems());
}
