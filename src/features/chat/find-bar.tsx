import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { Message } from "#src/core/conversation/message.ts";
import { IconButton } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { isComposing } from "#src/ui/is-composing.ts";
import { type FindParts, FindSession, type FindView } from "./find-session.ts";
import "./find.css";
import { focusArticle } from "./focus-article.ts";
import { useFindKeys } from "./use-find.ts";

export type FindBarProps = {
  /** Where to search, once it is there. */
  parts: () => Omit<FindParts, "path"> | undefined;
  path: readonly Message[];
  query: string;
  /** Another one asks for the focus. */
  turn: number;
  onQuery: (query: string) => void;
  onClose: () => void;
};

/** How many there were of the last query is not said for long while the next is searched for. */
const isOld = "opacity-0 transition-opacity delay-200";
const nothing: FindView = { query: "", count: 0, current: -1 };

/** Searches the shown branch and goes from match to match. */
export function FindBar({ parts, path, query, turn, onQuery, onClose }: FindBarProps) {
  const t = useT();
  const [view, setView] = useState(nothing);
  const box = useRef<HTMLInputElement>(null);
  /** Where the focus came from. */
  const left = useRef<Element>(null);
  const session = useSession(parts, path, setView);
  const go = (by: 1 | -1) => session.current?.go(by);
  useFindKeys({ onGo: go });

  useEffect(() => {
    if (turn === 0) return;
    if (document.activeElement !== box.current) left.current = document.activeElement;
    box.current?.focus();
    box.current?.select();
  }, [turn]);
  useEffect(() => session.current?.find(query), [session, query]);

  function close() {
    const range = session.current?.range();
    onClose();
    focusAt(range, left.current ?? undefined, parts()?.box);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") {
      event.preventDefault();
      close();
    } else if (event.key === "Enter" && event.target === box.current) {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    }
  }

  return (
    // Escape closes it from each of its controls.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search
      data-find=""
      aria-label={t("reading.find")}
      className="flex shrink-0 items-center gap-1 border-y border-line bg-raised px-3 py-1.5"
      onKeyDown={onKeyDown}
    >
      <div className="mx-auto flex w-full max-w-(--measure) items-center gap-1">
        <input
          ref={box}
          type="search"
          aria-label={t("reading.find")}
          placeholder={t("reading.find")}
          title={t("reading.findBrowser")}
          dir="auto"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          className="min-w-0 flex-1 appearance-none rounded-control border border-line bg-page px-3 py-1 text-ui outline-offset-0! placeholder:text-muted pointer-coarse:min-h-11 pointer-coarse:text-reading [&::-webkit-search-cancel-button]:hidden"
          value={query}
          onChange={(event) => onQuery(event.target.value)}
        />
        <p role="status" className={classes("facts shrink-0 px-1", view.query !== query && isOld)}>
          {statusOf(view, query, t("reading.findNone"))}
        </p>
        <IconButton label={t("reading.findPrevious")} disabled={view.count === 0} onClick={() => go(-1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton label={t("reading.findNext")} disabled={view.count === 0} onClick={() => go(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
        <IconButton label={t("reading.findClose")} onClick={close}>
          <X aria-hidden />
        </IconButton>
      </div>
    </search>
  );
}

function useSession(
  parts: FindBarProps["parts"],
  path: readonly Message[],
  onView: (view: FindView) => void,
) {
  const session = useRef<FindSession>(undefined);
  const latest = useRef(path);
  useEffect(() => {
    latest.current = path;
    session.current?.refresh();
  }, [path]);
  useEffect(() => {
    const found = parts();
    if (!found) return undefined;
    const made = new FindSession({ ...found, path: () => latest.current }, onView);
    session.current = made;
    return () => made.stop();
    // It lives as long as the bar; what it is given does not change meanwhile.
    // oxlint-disable-next-line react/exhaustive-deps
  }, []);
  return session;
}

function statusOf({ count, current, query }: FindView, typed: string, none: string): string {
  if (typed.trim() === "" || query.trim() === "") return "";
  return count === 0 ? none : `${current + 1} / ${count}`;
}

/** Leaves the focus, and the caret of a screen reader, at what was found, else where it was before. */
function focusAt(range: Range | undefined, left: Element | undefined, box: HTMLElement | undefined): void {
  const article = range?.startContainer.parentElement?.closest<HTMLElement>("article");
  if (!range || !article) {
    if (left instanceof HTMLElement && left !== document.body) left.focus({ preventScroll: true });
    if (document.activeElement !== left) box?.focus({ preventScroll: true });
    return;
  }
  focusArticle(article);
  document
    .getSelection()
    ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
}
