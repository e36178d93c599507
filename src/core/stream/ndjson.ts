import { createLines } from "./lines.ts";

/** Newline-delimited JSON to its lines, as text; empty lines are left out and a last line needs no newline. */
export function createNdjsonReader(): { push(text: string): string[]; end(): string[] } {
  const lines = createLines();
  return {
    push: (text) => lines.push(text).filter((line) => line.trim() !== ""),
    end: () => [lines.rest()].filter((line) => line.trim() !== ""),
  };
}
