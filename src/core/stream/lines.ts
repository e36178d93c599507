/**
 * Text in pieces to whole lines. Ends of lines: LF, CRLF or CR; a CR at the end of a piece waits for the next one,
 * because it may be half of a CRLF.
 */
export function createLines(): { push(text: string): string[]; rest(): string } {
  let buffer = "";
  let searched = 0;
  return {
    push(text) {
      buffer += text;
      const lines: string[] = [];
      let start = 0;
      for (let at = searched; at < buffer.length; at++) {
        const code = buffer.charCodeAt(at);
        if (code !== 10 && code !== 13) continue;
        if (code === 13 && at + 1 === buffer.length) break;
        lines.push(buffer.slice(start, at));
        if (code === 13 && buffer.charCodeAt(at + 1) === 10) at++;
        start = at + 1;
      }
      buffer = buffer.slice(start);
      searched = buffer.endsWith("\r") ? buffer.length - 1 : buffer.length;
      return lines;
    },
    /** What stands after the last end of line; the reader is empty then. */
    rest() {
      const rest = buffer.endsWith("\r") ? buffer.slice(0, -1) : buffer;
      buffer = "";
      searched = 0;
      return rest;
    },
  };
}
