import type { Scenario } from "../ollama/scenario.ts";

/** Ends what an attack may have left open: markup of several lines, a fence, a formula. */
function closersOf(attack: string): string {
  const fences = attack.match(/^ {0,3}(?:`{3,}|~{3,})/gm) ?? [];
  const dollars = attack.match(/^\$\$/gm) ?? [];
  return [
    fences.length % 2 === 1 ? (fences[0] ?? "").trim() : "",
    attack.endsWith("$$") || dollars.length % 2 === 0 ? "" : "$$",
    "</script> --> ?> ]]> </style>",
  ]
    .filter((line) => line !== "")
    .join("\n");
}

/** What stands before an attack, and must be readable whatever the ones before it did. */
export function labelOf(kind: string, index: number): string {
  return `Attack ${kind} ${index + 1}.`;
}

/** Several attacks as the text of one reply, the first having this index. */
export function replyText(kind: string, attacks: readonly string[], first: number): string {
  return attacks
    .map((attack, index) => `${labelOf(kind, first + index)}\n\n${attack}\n${closersOf(attack)}\n`)
    .join("\n");
}

const cutLengths = [3, 7, 5, 11, 2, 9];

/** In small cuts at places that mean nothing, as fast as a quick model. */
export function inCuts(text: string): Scenario {
  const characters = Array.from(text);
  // A long text comes in larger cuts, so that it does not take longer.
  const scale = Math.ceil(characters.length / 4000);
  const say: string[] = [];
  for (let from = 0; from < characters.length;) {
    const length = (cutLengths[say.length % cutLengths.length] ?? 1) * scale;
    say.push(characters.slice(from, from + length).join(""));
    from += length;
  }
  return { about: "attacks in small cuts", steps: [{ say, perSecond: 900 }] };
}

export function whole(text: string): Scenario {
  return { about: "attacks in one piece", steps: [{ say: [text] }] };
}
