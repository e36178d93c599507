import type { Message } from "#src/core/conversation/message.ts";

const lineHeight = 26;
const charactersInLine = 80;

/** About how high a message will be, in pixels, before it is drawn. */
function estimateHeight({ content }: Message): number {
  let lines = 1 + content.length / charactersInLine;
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) lines += 0.5;
  return 80 + Math.round(lines) * lineHeight;
}

/** Neighbouring messages that are laid out together, or not at all while they are off the screen. */
export type MessageGroup = { readonly messages: readonly Message[]; readonly height: number };

/** Pixels after which the next message begins a new group. */
const groupHeight = 500;

/** Pixels between two groups. */
export const groupGap = 8;

/** About how high neighbouring groups are together. */
export function heightOf(groups: readonly MessageGroup[]): number {
  return groups.reduce((sum, { height }) => sum + height + groupGap, -groupGap);
}

/** A path in groups. Where a message stands is decided by those before it alone, so a path that grows keeps its groups. */
export function groupsOf(path: readonly Message[]): readonly MessageGroup[] {
  const groups: MessageGroup[] = [];
  let messages: Message[] = [];
  let height = 0;
  for (const message of path) {
    messages.push(message);
    height += estimateHeight(message);
    if (height < groupHeight) continue;
    groups.push({ messages, height });
    [messages, height] = [[], 0];
  }
  if (messages.length > 0) groups.push({ messages, height });
  return groups;
}

/** How many groups at the start are more than so many pixels from the end: they are drawn when someone comes near. */
export function countFar(groups: readonly MessageGroup[], visible: number): number {
  let below = 0;
  return 1 + groups.findLastIndex(({ height }) => (below += height) - height > visible);
}

/** Which group a message stands in; undefined where it is in none. */
export function groupOf(message: string | undefined, groups: readonly MessageGroup[]): number | undefined {
  const index = groups.findIndex(({ messages }) => messages.some(({ id }) => id === message));
  return index < 0 ? undefined : index;
}
