import { Fragment, type ReactNode } from "react";

// Controls of direction, which make code read other than it runs, and characters without width.
// In words, marks of right-to-left text and what joins pictures belong there.
const controls = {
  code: /([\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF])/,
  words: /([\u202A-\u202E\u2066-\u2069])/,
};

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/**
 * A text whose controls of direction are closed in where they stand, so that they reorder nothing, and are named. The
 * characters stay in the text; their names are drawn by the style sheet.
 */
export function markControls(text: string, kind: keyof typeof controls): ReactNode {
  if (!controls[kind].test(text)) return text;
  return text.split(controls[kind]).map((part, index) => {
    // The same text has the same parts.
    // oxlint-disable-next-line react/no-array-index-key
    if (index % 2 === 0) return <Fragment key={index}>{part}</Fragment>;
    return (
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className="markdown-control-mark" data-name={nameOf(part)} title={nameOf(part)}>
        {part}
      </span>
    );
  });
}
