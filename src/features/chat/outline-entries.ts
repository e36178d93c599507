import { isReply, type Message, type MessageId } from "#src/core/conversation/message.ts";
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

/** The questions of a branch, and under each the headings of its replies. */
export function outlineEntries(path: readonly Message[]): readonly OutlineEntry[] {
  let number = 0;
  return path.flatMap((message): readonly OutlineEntry[] => {
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

/** What an entry leads to: its heading where it is drawn, else its message. */
export function entryElement(
  content: Element | null,
  { message, level, number }: OutlineEntry,
): HTMLElement | null {
  const around = findMessage(content, message);
  if (level === 0) return around;
  return around?.querySelectorAll<HTMLElement>("[data-part=body] :is(h3, h4, h5, h6)")[number] ?? around;
}

/** The last entry that begins above the line `y` of the screen, or the first; the entries stand in order on the page. */
export function entryAt(content: Element | null, entries: readonly OutlineEntry[], y: number): number {
  let from = 0;
  let to = entries.length;
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    const entry = entries[middle];
    const top = entry && entryElement(content, entry)?.getBoundingClientRect().top;
    if (top !== undefined && top <= y) from = middle;
    else to = middle;
  }
  return from;
}
