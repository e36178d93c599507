import { create } from "zustand";

/** What the app says by itself, by its key in the message catalogue. */
type SaidKey = "chat.endedLength" | "chat.emptyReply";

export type Announcement = { readonly id: number } & ({ readonly text: string } | { readonly said: SaidKey });

/** Old ones stay a while, so that a screen reader that is still speaking finds them. */
const kept = 8;
let lastId = 0;

export const useAnnouncements = create<{ readonly announcements: readonly Announcement[] }>(() => ({
  announcements: [],
}));

/** Reads a text out politely to those who use a screen reader; one of the app's own in the language of the app. */
export function announce(what: string | { readonly said: SaidKey }): void {
  lastId += 1;
  const next: Announcement = { id: lastId, ...(typeof what === "string" ? { text: what } : what) };
  useAnnouncements.setState(({ announcements }) => ({
    announcements: [...announcements, next].slice(-kept),
  }));
}
