import { isReply, type Message, type MessageId, type Reply } from "#src/core/conversation/message.ts";
import { firstLine, type OutlineHeading, outlineOf } from "#src/core/markdown/outline.ts";
import { findMessage } from "./use-scroll.ts";

/** A place in the outline: a question, or a heading of the reply below it. */
export type OutlineEntry = {
  readonly key: string;
  readonly message: MessageId;
  readonly title: string;
  /** 0 for a question; headings are indented by how deep they are among those of their reply. */
  readonly level: number;
  /** Of a question its number, from 1; of a heading its place among those of its message, from 0. */
  readonly number: number;
};

const known = new WeakMap<Message, readonly OutlineHeading[]>();

function headingsOf(message: Message): readonly OutlineHeading[] {
  const found = known.get(message) ?? outlineOf(message.content);
  known.set(message, found);
  return found;
}

/** The questions of a branch, and under each the headings of its replies; those being written are in `growing`. */
export function outlineEntries(
  path: readonly Message[],
  growing: readonly Reply[] = [],
): readonly OutlineEntry[] {
  let number = 0;
  return path.flatMap((stored): readonly OutlineEntry[] => {
    const message = growing.find(({ id }) => id === stored.id) ?? stored;
    if (!isReply(message)) {
      if (message.role !== "user") return [];
      number += 1;
      return [{ key: message.id, message: message.id, title: firstLine(message.content), level: 0, number }];
    }
    const headings = headingsOf(message);
    const depths = [...new Set(headings.map(({ depth }) => depth))].toSorted((a, b) => a - b);
    return headings.map(({ index, depth, text }) => ({
      key: `${message.id}.${index}`,
      message: message.id,
      title: text,
      level: 1 + depths.indexOf(depth),
      number: index,
    }));
  });
}

export type EntryPlace = {
  readonly element: HTMLElement;
  /** False while only its surroundings are known. */
  readonly isSure: boolean;
};

const headings = "[data-part=body] :is(h3, h4, h5, h6, [data-late])";

/** What an entry leads to now: its heading where that is known, else the part that will hold it, else its message. */
export function entryPlace(
  content: Element | null,
  { message, level, number, title }: OutlineEntry,
): EntryPlace | undefined {
  const around = findMessage(content, message);
  if (!around) return undefined;
  if (level === 0) return { element: around, isSure: true };
  const { heading, hider } = headingIn(around, number);
  if (heading || !hider) return { element: heading ?? around, isSure: true };
  const parts = [...around.querySelectorAll<HTMLElement>(headings)];
  const hidden = parts.slice(parts.indexOf(hider));
  const likely = hidden.find(({ textContent }) => textContent.includes(title)) ?? hidden[0];
  return { element: likely ?? around, isSure: false };
}

/** A heading of a message by its number, or what is not drawn yet and hides how many headings stand before. */
function headingIn(message: HTMLElement, number: number): { heading?: HTMLElement; hider?: HTMLElement } {
  const far = message.querySelector<HTMLElement>(":scope > article[data-far]");
  if (far) return { hider: far };
  let left = number;
  for (const part of message.querySelectorAll<HTMLElement>(headings)) {
    if (part.dataset.late !== undefined) return { hider: part };
    if (left === 0) return { heading: part };
    left -= 1;
  }
  return {};
}

/**
 * The last entry that begins above the line `y` of the screen, or the first; −1 while that cannot be known, because what
 * stands there is not drawn yet. The entries stand in order on the page.
 */
export function entryAt(content: Element | null, entries: readonly OutlineEntry[], y: number): number {
  let from = 0;
  let to = entries.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    const top = topOf(content, entries[middle]);
    if (top !== undefined && top <= y) from = middle;
    else to = middle;
  }
  return isHidden(content, entries[from], y) ? -1 : from;
}

/** Where an entry begins; of one that is hidden, where it can begin at the earliest. */
function topOf(content: Element | null, entry: OutlineEntry | undefined): number | undefined {
  const around = entry && findMessage(content, entry.message);
  if (!around) return undefined;
  const { heading, hider } = entry.level === 0 ? {} : headingIn(around, entry.number);
  return (heading ?? hider ?? around).getBoundingClientRect().top;
}

/** Whether another entry of the same message may be the one at the line: their number is not known there. */
function isHidden(content: Element | null, entry: OutlineEntry | undefined, y: number): boolean {
  const around = entry && entry.level > 0 ? findMessage(content, entry.message) : null;
  if (!around || !entry || !headingIn(around, entry.number).hider) return false;
  return around.getBoundingClientRect().bottom > y;
}
