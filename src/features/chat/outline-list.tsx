import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { entryAt, type OutlineEntry } from "./outline-entries.ts";

export type OutlineListProps = {
  entries: readonly OutlineEntry[];
  box: HTMLElement | null;
  content: HTMLElement | null;
  onChoose: (entry: OutlineEntry) => void;
};

/** The places of a conversation. The one that is being read is marked, also while one scrolls. */
export function OutlineList({ entries, box, content, onChoose }: OutlineListProps) {
  const t = useT();
  const list = useRef<HTMLElement>(null);
  const current = useCurrent(entries, box, content);

  useEffect(() => {
    if (current >= 0) list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);

  function onKeyDown(event: KeyboardEvent) {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    const last = buttons.length - 1;
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    buttons[Math.min(Math.max(next, 0), last)]?.focus();
  }

  return (
    // The keys move between the buttons in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <nav
      ref={list}
      aria-label={t("reading.outline")}
      className="min-h-0 overflow-y-auto p-2"
      onKeyDown={onKeyDown}
    >
      <ol>
        {entries.map((entry, index) => (
          <li key={entry.key}>
            <button
              type="button"
              aria-current={index === current ? "location" : undefined}
              style={indent(entry.level)}
              className={classes(
                "flex w-full gap-2 rounded-control py-1 ps-[calc(0.5rem+var(--level)*1rem)] pe-2 text-start hover:bg-hover pointer-coarse:min-h-11 pointer-coarse:items-center",
                "aria-[current]:bg-accent-soft aria-[current]:text-accent",
                entry.level === 0 ? "font-medium" : "text-muted",
                entry.level === 0 && index > 0 && "mt-1",
              )}
              onClick={() => onChoose(entry)}
            >
              {entry.level === 0 ? <span className="facts pt-px">{entry.number}</span> : null}
              <span className="line-clamp-2 min-w-0 wrap-anywhere" dir="auto">
                {entry.title}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function indent(level: number): CSSProperties & Record<"--level", number> {
  return { "--level": level };
}

/** The entry that is being read: the last one above the upper third of the view. */
function useCurrent(
  entries: readonly OutlineEntry[],
  box: HTMLElement | null,
  content: HTMLElement | null,
): number {
  const [current, setCurrent] = useState(-1);
  useEffect(() => {
    if (!box) return undefined;
    let frame = 0;
    const look = () => {
      frame = 0;
      const seen = box.getBoundingClientRect();
      const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 2 && box.scrollTop > 0;
      setCurrent(entryAt(content, entries, isAtEnd ? seen.bottom : seen.top + seen.height / 3));
    };
    const onScroll = () => (frame ||= requestAnimationFrame(look));
    onScroll();
    box.addEventListener("scroll", onScroll, { passive: true });
    const observer = new MutationObserver(onScroll);
    // What was hidden is drawn.
    if (content)
      observer.observe(content, {
        subtree: true,
        attributes: true,
        attributeFilter: ["data-far", "data-late"],
      });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      box.removeEventListener("scroll", onScroll);
    };
  }, [entries, box, content]);
  return current;
}
