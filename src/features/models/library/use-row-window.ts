import { type RefObject, useLayoutEffect, useMemo, useState } from "react";
import { drawnLines, lineHeights, linesBetween, usualHeight } from "#src/core/models/library-window.ts";

/** A row that is drawn, below so many pixels of rows that are not. */
type DrawnRow = { readonly index: number; readonly before: number };

export type RowWindow = {
  readonly rows: readonly DrawnRow[];
  /** Height of what is not drawn below them, in CSS pixels. */
  readonly after: number;
};

/** So many pixels beyond the edges of the screen have to be drawn, and so many are drawn once some are missing. */
const beyond = { least: 200, most: 400 };

type Sight = {
  /** Which lines are drawn. */
  readonly first: number;
  readonly end: number;
  readonly columns: number;
  readonly gap: number;
  readonly layout: string;
  /** The heights of rows that have been drawn in this layout, by name, in CSS pixels. */
  readonly heights: ReadonlyMap<string, number>;
};

const begin = { first: 0, end: 12, columns: 1, gap: 0, heights: new Map<string, number>() };

type Measured = Pick<Sight, "columns" | "gap" | "layout" | "heights"> & { readonly top: number };

/**
 * Which of the rows in a box are drawn: those near the screen, and the one of the name `kept`. What is not drawn takes the room
 * that it took when it was, or that others take. Several rows may stand side by side, in lines. Without `isOn` all are drawn.
 */
export function useRowWindow(
  box: RefObject<HTMLElement | null>,
  names: readonly string[],
  { isOn, kept, layout }: { isOn: boolean; kept: string | undefined; layout: string },
): RowWindow {
  const [sight, setSight] = useState<Sight>(() => ({ ...begin, layout }));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element || !isOn) return undefined;
    const look = () => {
      const measured = { ...measure(element), layout };
      setSight((before) => seen(before, measured, names));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    // What scrolls is some box around the list; its events do not bubble.
    const options = { capture: true, passive: true };
    document.addEventListener("scroll", look, options);
    return () => {
      observer.disconnect();
      document.removeEventListener("scroll", look, options);
    };
  }, [box, names, isOn, layout]);

  return useMemo(() => {
    if (!isOn) return { rows: names.map((_, index) => ({ index, before: 0 })), after: 0 };
    const { columns, gap } = sight;
    const own = kept === undefined ? -1 : names.indexOf(kept);
    const drawn = drawnLines(lineHeights(names, sight), sight, own < 0 ? -1 : Math.floor(own / columns));
    const rows = drawn.lines.flatMap(({ line, before }) =>
      names.slice(line * columns, (line + 1) * columns).map((_, place) => ({
        index: line * columns + place,
        before: place === 0 ? Math.max(0, before - gap) : 0,
      })),
    );
    return { rows, after: drawn.after };
  }, [isOn, names, kept, sight]);
}

function measure(box: HTMLElement): Omit<Measured, "layout"> {
  const { display, gridTemplateColumns, rowGap } = getComputedStyle(box);
  const rows = [...box.querySelectorAll('[role="row"]')];
  return {
    columns: display === "grid" ? gridTemplateColumns.split(" ").length : 1,
    gap: Number.parseFloat(rowGap) || 0,
    top: -box.getBoundingClientRect().top,
    heights: new Map(
      rows.map((row) => [row.getAttribute("aria-label") ?? "", row.getBoundingClientRect().height]),
    ),
  };
}

/** What is drawn from now on; the same as before where that is enough. */
function seen(before: Sight, measured: Measured, names: readonly string[]): Sight {
  const { columns, gap, layout, top } = measured;
  const isSame = columns === before.columns && gap === before.gap && layout === before.layout;
  const known = isSame ? before.heights : new Map<string, number>();
  const usual = usualHeight(known);
  const hasNews = [...measured.heights].some(
    ([name, height]) => Math.abs((known.get(name) ?? usual) - height) > 0.5,
  );
  const heights = hasNews ? new Map([...known, ...measured.heights]) : known;
  const lines = lineHeights(names, { columns, gap, heights });
  const bottom = top + window.innerHeight;
  const needed = linesBetween(lines, top - beyond.least, bottom + beyond.least);
  const isEnough = isSame && needed.first >= before.first && needed.end <= before.end;
  if (isEnough && !hasNews) return before;
  const { first, end } = isEnough ? before : linesBetween(lines, top - beyond.most, bottom + beyond.most);
  return { first, end, columns, gap, layout, heights };
}
