/** Some lines of code that are laid out and rendered as one. */
export interface Chunk {
  readonly index: number;
  /** With the line ends, so that all chunks together are the code. */
  readonly text: string;
  readonly lines: number;
  /** How many characters of the font its longest line is wide, as far as can be counted. */
  readonly columns: number;
}

export interface ChunkedCode {
  readonly code: string;
  readonly chunks: readonly Chunk[];
}

// A line that comes costs as much as its chunk is long; each chunk costs a little in every frame, too.
export const linesInChunk = 16;
export const noChunks: ChunkedCode = { code: "", chunks: [] };

// Longer lines are measured by their length alone.
const longestMeasured = 2000;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

function widthOf(line: string): number {
  if (line.length > longestMeasured) return line.length;
  let columns = 0;
  for (const [index, part] of line.trimEnd().split("\t").entries()) {
    if (index > 0) columns += 4 - (columns % 4);
    columns += part.length + (part.match(wide)?.length ?? 0);
  }
  return columns;
}

/** The lines of a text, each with its end; a text that ends with a line end has no empty line after it. */
export function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [""];
}

function chunkOf(index: number, text: string): Chunk {
  const lines = splitLines(text);
  return { index, text, lines: lines.length, columns: Math.max(...lines.map(widthOf)) };
}

/** Where the chunk that begins at `start` ends. */
function endOfChunk(code: string, start: number): number {
  let end = start;
  for (let line = 0; line < linesInChunk; line += 1) {
    const next = code.indexOf("\n", end);
    if (next < 0) return code.length;
    end = next + 1;
  }
  return end;
}

/** Cuts code into chunks. Those that another code began with are kept, so a code that grows makes only its last one anew. */
export function growChunks(previous: ChunkedCode, code: string): ChunkedCode {
  if (code === previous.code && previous.chunks.length > 0) return previous;
  const chunks: Chunk[] = [];
  let start = 0;
  if (code.startsWith(previous.code)) {
    // All but the last are full.
    chunks.push(...previous.chunks.slice(0, -1));
    start = previous.code.length - (previous.chunks.at(-1)?.text.length ?? 0);
  }
  do {
    const end = endOfChunk(code, start);
    chunks.push(chunkOf(chunks.length, code.slice(start, end)));
    start = end;
  } while (start < code.length);
  return { code, chunks };
}
