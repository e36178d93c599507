import { type UIEvent, useState } from "react";

/** Rows that are drawn beyond the edges, so that a quick hand sees no gap. */
const beyond = 12;

export type RowWindow = {
  /** The first that is drawn, and the one after the last. */
  readonly first: number;
  readonly end: number;
  /** Height of what is not drawn before and after, in CSS pixels. */
  readonly before: number;
  readonly after: number;
  readonly onScroll: (event: UIEvent) => void;
};

/** Which rows of a long list are drawn: those in sight in a box of this height, and some around them. */
export function useWindow(count: number, rowHeight: number, boxHeight: number): RowWindow {
  const [top, setTop] = useState(0);
  const first = Math.min(Math.max(0, Math.floor(top / rowHeight) - beyond), Math.max(0, count - 1));
  const end = Math.min(count, Math.ceil((top + boxHeight) / rowHeight) + beyond);
  return {
    first,
    end,
    before: first * rowHeight,
    after: (count - end) * rowHeight,
    onScroll: (event) => setTop(event.currentTarget.scrollTop),
  };
}
