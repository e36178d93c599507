import { create } from "zustand";

export type Announcement = { readonly id: number; readonly text: string };

/** Old ones stay a while, so that a screen reader that is still speaking finds them. */
const kept = 8;
let lastId = 0;

export const useAnnouncements = create<{ readonly announcements: readonly Announcement[] }>(() => ({
  announcements: [],
}));

/** Reads a text out politely to those who use a screen reader. */
export function announce(text: string): void {
  lastId += 1;
  const next: Announcement = { id: lastId, text };
  useAnnouncements.setState(({ announcements }) => ({
    announcements: [...announcements, next].slice(-kept),
  }));
}
