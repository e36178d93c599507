import type { Message } from "#src/core/conversation/message.ts";
import { clearMarks, markMatches, revealSideways, unfold } from "./find-marks.ts";
import { type Found, TranscriptTexts } from "./find-matches.ts";
import { rangeOf } from "./find-text.ts";
import type { Scroller } from "./transcript-scroller.ts";
import { findMessage } from "./use-scroll.ts";

/** `current` counts from 0; −1 where nothing was found. */
export type FindView = { readonly query: string; readonly count: number; readonly current: number };

export type FindParts = {
  readonly box: HTMLElement;
  readonly content: HTMLElement;
  readonly scroller: Scroller;
  readonly path: () => readonly Message[];
};

/** Milliseconds of searching at a time, and between looks at a text that grows. */
const slice = 6;
const pause = 350;

const soon = (run: () => void): (() => void) => {
  if (!("requestIdleCallback" in window)) {
    const timer = setTimeout(run, 16);
    return () => clearTimeout(timer);
  }
  const handle = requestIdleCallback(run, { timeout: 100 });
  return () => cancelIdleCallback(handle);
};

/** Finds a query in a transcript, again whenever the transcript changes, and goes from match to match. */
export class FindSession {
  readonly #parts: FindParts;
  readonly #onView: (view: FindView) => void;
  readonly #texts: TranscriptTexts;
  readonly #observer: MutationObserver;
  #query = "";
  #matches: readonly Found[] = [];
  #current = -1;
  #stopSlice = () => {};
  #again: number | undefined;
  /** The search for another query has not ended: the matches are still those of the last one. */
  #isNew = false;
  /** The current match is not drawn yet: it is shown when it is. */
  #isDue = false;

  constructor(parts: FindParts, onView: (view: FindView) => void) {
    this.#parts = parts;
    this.#onView = onView;
    this.#texts = new TranscriptTexts(parts.content);
    this.#observer = new MutationObserver((records) => {
      for (const { target } of records) this.#texts.forget(target);
      this.refresh();
    });
    this.#observer.observe(parts.content, { subtree: true, childList: true, characterData: true });
  }

  /** Searches for another query, from where the last one was found. */
  find(query: string): void {
    if (query === this.#query) return;
    this.#query = query;
    this.#isDue = false;
    this.#isNew = true;
    this.#begin();
  }

  /** Searches again, not at once: a text that grows changes all the time. */
  refresh(): void {
    if (this.#query === "") return;
    this.#again ??= window.setTimeout(() => {
      this.#again = undefined;
      this.#begin();
    }, pause);
  }

  go(by: 1 | -1): void {
    const count = this.#matches.length;
    if (count === 0 || this.#isNew) return;
    this.#current = (this.#current + by + count) % count;
    this.#show();
    this.#publish();
  }

  stop(): void {
    this.#stopSlice();
    clearTimeout(this.#again);
    this.#observer.disconnect();
    clearMarks();
  }

  /** Where the current match stands. */
  range(): Range | undefined {
    const match = this.#matches[this.#current];
    const place = match && rangeOf(match.segment, match.span);
    if (!place) return undefined;
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    return range;
  }

  #begin(): void {
    this.#stopSlice();
    const query = this.#query;
    const search = this.#texts.search(this.#parts.path(), query);
    const step = () => {
      const until = performance.now() + slice;
      for (let next = search.next(); ; next = search.next()) {
        if (next.done) return this.#end(next.value);
        if (performance.now() > until) break;
      }
      this.#stopSlice = soon(step);
    };
    this.#stopSlice = soon(step);
  }

  #end(matches: readonly Found[]): void {
    const before = this.#matches[this.#current];
    const was = before && ordinal(this.#matches, this.#current);
    this.#matches = matches;
    this.#current = this.#isNew ? this.#nearest(before) : sameAs(matches, before, was, this.#current);
    if ((this.#isNew || this.#isDue) && this.#current >= 0) this.#show();
    this.#isNew = false;
    this.#publish();
  }

  #publish(): void {
    markMatches(this.#matches, this.#current);
    this.#onView({ query: this.#query, count: this.#matches.length, current: this.#current });
  }

  /** The first match from the last one on, or from what is in view. */
  #nearest(before: Found | undefined): number {
    if (this.#matches.length === 0) return -1;
    const from =
      before &&
      this.#matches.findIndex(
        ({ segment, span }) => segment === before.segment && span.start >= before.span.start,
      );
    if (from !== undefined && from >= 0) return from;
    const top = this.#parts.box.getBoundingClientRect().top;
    const isAhead = (element: Element | null | undefined) =>
      element !== null && element !== undefined && element.getBoundingClientRect().bottom > top;
    // Parts of a message are asked only once the message is in view: what is off the screen would be laid out for it.
    const ids = this.#parts.path().map(({ id }) => id);
    const seen = ids.findIndex((id) => isAhead(findMessage(this.#parts.content, id)));
    const ahead = new Set(ids.slice(seen + 1));
    const found = this.#matches.findIndex(
      ({ message, unit }) => ahead.has(message) || (message === ids[seen] && isAhead(unit)),
    );
    return Math.max(0, found);
  }

  #show(): void {
    const match = this.#matches[this.#current];
    const { content, scroller, box } = this.#parts;
    const node = match?.segment.pieces[0]?.node;
    // What stands there only until it is drawn will move, and what was drawn anew since the search is not there.
    this.#isDue =
      match !== undefined && (!node?.isConnected || node.parentElement?.closest("[data-late]") !== null);
    if (!match) return;
    if (!node) {
      const message = findMessage(content, match.message);
      if (message) scroller.jump(message, box.clientHeight / 3);
      return;
    }
    unfold(node);
    // What was unfolded has its place only once it is drawn.
    requestAnimationFrame(() => {
      const range = this.range();
      const part = range?.startContainer.parentElement;
      if (!range || !part?.isConnected) {
        this.#isDue = true;
        return;
      }
      const seen = box.getBoundingClientRect();
      const place = range.getBoundingClientRect();
      const isSeen = place.height > 0 && place.top >= seen.top + 8 && place.bottom <= seen.bottom - 8;
      if (isSeen) scroller.hold();
      else scroller.jump(part, box.clientHeight / 3 - (place.top - part.getBoundingClientRect().top));
      revealSideways(range, box);
    });
  }
}

/** The how-manieth match of its message a match is. */
function ordinal(matches: readonly Found[], index: number): number {
  const message = matches[index]?.message;
  return index - matches.findIndex((match) => match.message === message);
}

/** The match that was current, among those of a new search. */
function sameAs(matches: readonly Found[], before: Found | undefined, was = 0, index = 0): number {
  const first = before ? matches.findIndex(({ message }) => message === before.message) : -1;
  const at = first < 0 ? index : first + was;
  return Math.min(Math.max(at, matches.length > 0 ? 0 : -1), matches.length - 1);
}
