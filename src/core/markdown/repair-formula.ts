import { unspacedLetter } from "./flanking.ts";
import { type Closers, isNameBefore, singleDollarEnd } from "./math.ts";

// A formula that is open for longer than this is shown as it is written; a bracket that may be none, much earlier.
const longest = 4000;
const longestBracket = 100;
const bracketOfFormula = /^(?:[\s\\]|$)/;
const plainWord = new RegExp(
  String.raw`(?:^|\s)\p{L}{3,}\s|^\d[\d.,]*(?:\s+[*_]*\p{L}{2}|${unspacedLetter})|${unspacedLetter}{4}`,
  "u",
);

/** Where to read on after a backslash, which may open a formula; undefined while that is open: it is not shown yet. */
export function afterBackslash(closers: Closers, at: number): number | undefined {
  const { source } = closers;
  const sign = source.charAt(at + 1);
  if (sign !== "(" && sign !== "[") return at + 2;
  const close = closers.find(at + 2, sign === "(" ? "\\)" : "\\]");
  if (close >= 0) return close + 2;
  const isFormula = sign === "(" || bracketOfFormula.test(source.charAt(at + 2));
  return source.length - at > (isFormula ? longest : longestBracket) ? at + 2 : undefined;
}

/** Whether the dollar at `at` may still begin a formula: what follows has no words as those after a price or a name. */
function mayOpen(source: string, at: number, hasSpaceAfter: boolean): boolean {
  const rest = source.slice(at + 1);
  if (isNameBefore(source, at) || /^\s|[\n$]/.test(rest)) return false;
  if (rest === "" && hasSpaceAfter) return false;
  return rest.length <= longest && !plainWord.test(rest.split("\\", 1)[0] ?? "");
}

/** Where to read on after the dollars at `at`; undefined while they may be half a formula, which is not shown yet. */
export function afterDollar(closers: Closers, at: number, hasSpaceAfter: boolean): number | undefined {
  const { source } = closers;
  let count = 1;
  while (source.charAt(at + count) === "$") count += 1;
  if (count > 2) return at + count;
  if (count === 2) {
    const close = closers.find(at + 2, "$$");
    if (close >= 0) return close + 2;
    return source.length - at > longest ? at + 2 : undefined;
  }
  const end = singleDollarEnd(source, at);
  // What follows a closing dollar decides whether it is one.
  if (end >= 0 && (end + 1 < source.length || hasSpaceAfter)) return end + 1;
  return end >= 0 || mayOpen(source, at, hasSpaceAfter) ? undefined : at + 1;
}
