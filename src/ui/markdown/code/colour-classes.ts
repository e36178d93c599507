/** What a piece of code can be. Plain text has no class; the place of a name in this list is its number. */
export const colourNames = [
  "plain",
  "comment",
  "keyword",
  "string",
  "constant",
  "function",
  "type",
  "variable",
  "punctuation",
  "tag",
  "attribute",
  "inserted",
  "deleted",
] as const;

export type ColourName = (typeof colourNames)[number];

/**
 * The colours of one line, from its start: one number a run, `length * 16 + place in colourNames`.
 * The runs of a line that was too long, or has grown since, are shorter than it; what follows is plain.
 */
export type LineColours = readonly number[];

export const runOf = (length: number, colour: number): number => length * 16 + colour;
export const lengthOf = (run: number): number => run >>> 4;
export const colourOf = (run: number): number => run & 15;
