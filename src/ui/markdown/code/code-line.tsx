import { memo, type ReactNode } from "react";
import { colourNames, colourOf, type LineColours, lengthOf } from "./colour-classes.ts";

const classes = colourNames.map((name) => `code-${name}`);
// A text node that changes is measured anew as a whole, so a long one is several.
const longestText = 4000;

/** Text that may be very long, in parts. */
export function textParts(text: string): ReactNode {
  if (text.length <= longestText) return text;
  const parts: string[] = [];
  for (let at = 0; at < text.length; at += longestText) parts.push(text.slice(at, at + longestText));
  return parts;
}

function colouredParts(text: string, colours: LineColours): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const run of colours) {
    const part = text.slice(at, at + lengthOf(run));
    parts.push(
      colourOf(run) === 0 ? (
        part
      ) : (
        <span key={at} className={classes[colourOf(run)]}>
          {part}
        </span>
      ),
    );
    at += lengthOf(run);
  }
  if (at < text.length) parts.push(textParts(text.slice(at)));
  return parts;
}

/** One line with its end. What its colours do not cover is plain. */
export const CodeLine = memo(function CodeLine({
  text,
  colours,
}: {
  text: string;
  colours: LineColours | undefined;
}) {
  return <span className="code-line">{colours ? colouredParts(text, colours) : textParts(text)}</span>;
});
