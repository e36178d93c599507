import { create } from "zustand";

/** What the polite live region says now; `count` tells two equal texts apart. */
export const useAnnouncement = create<{ readonly text: string; readonly count: number }>(() => ({ text: "", count: 0 }));

/** Reads a text out to a screen reader, after what is being read. */
export function announce(text: string): void {
  useAnnouncement.setState(({ count }) => ({ text, count: count + 1 }));
}
