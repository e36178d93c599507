/**
 * Text in pieces to whole lines. Ends of lines: LF, CRLF or CR; a CR at the end of a piece waits for the next one,
 * because it may be half of a CRLF.
 */
export function createLines(): { push(text: string): string[]; rest(): string } {
  let begun = "";
  let isReturnHeld = false;
  return {
    push(piece) {
      const text = isReturnHeld ? `\r${piece}` : piece;
      isReturnHeld = text.endsWith("\r");
      const whole = isReturnHeld ? text.slice(0, -1) : text;
      const lines = (whole.includes("\r") ? whole.replace(/\r\n?/g, "\n") : whole).split("\n");
      lines[0] = begun + lines[0];
      begun = lines.pop() ?? "";
      return lines;
    },
    /** What stands after the last end of line; the reader is empty then. */
    rest() {
      const rest = begun;
      begun = "";
      isReturnHeld = false;
      return rest;
    },
  };
}
