import { Fragment, memo, type ReactNode } from "react";
import { markControls } from "#src/ui/markdown/control-marks.tsx";
import { colourNames, colourOf, type LineColours, lengthOf } from "./colour-classes.ts";
import { splitText } from "./split-text.ts";

const classes = colourNames.map((name) => `code-${name}`);
// A text node that changes is measured anew as a whole, so a long one is several.
const longestText = 4000;

/** Text that may be very long, in parts; what would reorder it is named. */
export function textParts(text: string): ReactNode {
  if (text.length <= longestText) return markControls(text, "code");
  const parts: ReactNode[] = [];
  let at = 0;
  for (const part of splitText(text, longestText)) {
    parts.push(<Fragment key={at}>{markControls(part, "code")}</Fragment>);
    at += part.length;
  }
  return parts;
}

function colouredParts(text: string, colours: LineColours): ReactNode[] {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const run of colours) {
    const part = markControls(text.slice(at, at + lengthOf(run)), "code");
    parts.push(
      colourOf(run) === 0 ? (
        <Fragment key={at}>{part}</Fragment>
      ) : (
        <span key={at} className={classes[colourOf(run)]}>
          {part}
        </span>
      ),
    );
    at += lengthOf(run);
  }
  if (at < text.length) parts.push(<Fragment key={at}>{textParts(text.slice(at))}</Fragment>);
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
