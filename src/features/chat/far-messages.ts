import type { Message } from "#src/core/conversation/message.ts";

/** Pixels of transcript before its end that are drawn at once when it opens: a few screens. */
const drawnAtOnce = 4000;
const lineHeight = 26;
const charactersInLine = 80;

/** About how high a message will be, in pixels, before it is drawn. */
export function estimateHeight({ content }: Message): number {
  let lines = 1 + content.length / charactersInLine;
  for (let at = content.indexOf("\n"); at >= 0; at = content.indexOf("\n", at + 1)) lines += 0.5;
  return 80 + Math.round(lines) * lineHeight;
}

/** How many messages at the start of a path are so far from its end that they are drawn when someone comes near. */
export function countFar(path: readonly Message[]): number {
  let below = 0;
  for (let index = path.length - 1; index >= 0; index -= 1) {
    if (below > drawnAtOnce) return index + 1;
    const message = path[index];
    if (message) below += estimateHeight(message);
  }
  return 0;
}
