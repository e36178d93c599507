import { exec, slice } from "./preview-natives.ts";

// A closed tree of shadows that the parser makes cannot be watched, so no attribute that asks for one is written.

// Not in one piece, for the page's text with this in it has the name taken out.
const wholeName = /shadowroot(?:mode)/i;
const halfName = /(?:^|[\s/"'])s(?:h(?:a(?:d(?:o(?:w(?:r(?:o(?:o(?:t(?:m(?:od?)?)?)?)?)?)?)?)?)?)?)?$/i;
const opening = /<template/i;
let hasTemplate = false;
let end = "";

function withoutName(text: string): string {
  let rest = text;
  let result = "";
  for (let found; (found = exec(wholeName, rest));) {
    result += `${slice(rest, 0, found.index)}data-mode`;
    rest = slice(rest, found.index + 14);
  }
  return result + rest;
}

/** The arguments of one `write` as one text. What follows may complete a name at its end, whether written or read. */
export function withoutShadows(values: readonly unknown[]): string {
  let text = "";
  for (let index = 0; index < values.length; index += 1) text += `${values[index] as string}`;
  const safe = withoutName(text);
  hasTemplate ||= exec(opening, end + safe) !== null;
  end = slice(end + safe, -8);
  return hasTemplate && exec(halfName, slice(safe, -20)) ? `${safe} ` : safe;
}
