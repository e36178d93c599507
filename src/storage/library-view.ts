import * as v from "valibot";
import { readItem, writeItem } from "./local-items.ts";

/** How the library was last looked at. */
export type LibraryView = {
  readonly layout: "table" | "cards";
  /** A column, and which way. */
  readonly sort: string;
  readonly isDescending: boolean;
  /** `""` for all. */
  readonly family: string;
  readonly capabilities: readonly string[];
  readonly onlyInMemory: boolean;
  readonly showsHidden: boolean;
  readonly showsDisk: boolean;
};

const key = "candor.library";

// A field that is missing or wrong gets its default and costs no other.
const schema = v.object({
  layout: v.fallback(v.picklist(["table", "cards"]), "table"),
  sort: v.fallback(v.string(), "modified"),
  isDescending: v.fallback(v.boolean(), true),
  family: v.fallback(v.string(), ""),
  capabilities: v.fallback(v.array(v.string()), []),
  onlyInMemory: v.fallback(v.boolean(), false),
  showsHidden: v.fallback(v.boolean(), false),
  showsDisk: v.fallback(v.boolean(), true),
});

/** The stored view, with defaults for what is missing or wrong; never throws. */
export function loadLibraryView(): LibraryView {
  try {
    const result = v.safeParse(schema, JSON.parse(readItem(key) ?? "{}"));
    if (result.success) return result.output;
  } catch {
    // What cannot be read is as good as nothing.
  }
  return v.parse(schema, {});
}

/** Keeps a view; where there is no room, it lasts as long as the page. */
export function saveLibraryView(view: LibraryView): void {
  writeItem(key, JSON.stringify(view));
}
