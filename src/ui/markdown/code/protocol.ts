import type { LineColours } from "./colour-classes.ts";
import type { GrammarName } from "./languages.ts";

/** Lines of one block from line `from` on; those that follow in an earlier request are void. */
export interface LinesToColour {
  readonly block: number;
  /** Goes up when lines that were sent have changed; the answer carries it back. */
  readonly version: number;
  readonly grammar: GrammarName;
  readonly from: number;
  /** Without line ends. Null is a line too long to colour. */
  readonly lines: readonly (string | null)[];
}

/** From the page to the worker. */
export interface ColourRequest {
  readonly forgotten: readonly number[];
  readonly lines: readonly LinesToColour[];
}

/** From the worker to the page, in the order of the lines. What cannot be coloured is never answered. */
export interface ColouredLines {
  readonly block: number;
  readonly version: number;
  readonly from: number;
  readonly colours: readonly LineColours[];
}

/** From the worker to the page: the block that it begins to work on, and what a turn brought, even if that is nothing. */
export type ColourMessage = number | readonly ColouredLines[];
