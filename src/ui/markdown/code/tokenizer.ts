import { createJavaScriptRegexEngine } from "shiki/engine/javascript";
import {
  EncodedTokenMetadata,
  INITIAL,
  type IGrammar,
  type IRawGrammar,
  Registry,
  type StateStack,
} from "shiki/textmate";
import { colourNames, type LineColours, runOf } from "./colour-classes.ts";
import { grammars } from "./grammars.ts";
import type { GrammarName } from "./languages.ts";
import { scopes } from "./scopes.ts";

/** What a grammar knows at the end of a line; never changed, so any line can be gone back to. */
export type GrammarState = StateStack;

/** Colours a line, given what the lines before it left open. */
export interface Tokenizer {
  readonly start: GrammarState;
  colour(line: string, state: GrammarState): { colours: LineColours; state: GrammarState };
}

interface Grammar extends IRawGrammar {
  readonly injectTo?: readonly string[];
}

// What is left of a line that takes longer stays plain, in ms. A language's first line compiles much of its grammar.
const longest = 3000;

// A grammar's colours are numbers to us: the place of a name in the list, after the one that means none.
const hex = (place: number) => `#${String(place).padStart(6, "0")}`;
const colours = ["#FFFFFF", ...colourNames.map((_name, place) => hex(place))];
const theme = {
  settings: [
    { settings: { foreground: hex(0), background: hex(0) } },
    ...colourNames.map((name, place) => ({ scope: [...scopes[name]], settings: { foreground: hex(place) } })),
  ],
};

const engine = createJavaScriptRegexEngine({ forgiving: true });

const injectionsFor = (scope: string, loaded: readonly Grammar[]): string[] =>
  loaded
    .filter(({ injectTo = [] }) =>
      injectTo.some((target) => scope === target || scope.startsWith(`${target}.`)),
    )
    .map((grammar) => grammar.scopeName);

/** A registry for each language, so that its colours do not depend on what else was loaded, and in which order. */
function grammarOf(loaded: readonly Grammar[]): IGrammar | undefined {
  const registry = new Registry({
    theme,
    colorMap: colours,
    onigLib: {
      createOnigScanner: (patterns) => engine.createScanner(patterns),
      createOnigString: (text) => engine.createString(text),
    },
    loadGrammar: () => undefined,
  });
  return loaded.map((one) => registry.addGrammar(one, injectionsFor(one.scopeName, loaded))).at(-1);
}

const isBlank = (line: string, from: number, to: number) => line.slice(from, to).trim() === "";

/** Neighbours of one colour are one run, and white space has the colour of what it follows. */
function runsOf(line: string, tokens: Uint32Array): number[] {
  const runs: number[] = [];
  let colour = 0;
  let start = 0;
  for (let at = 0; at < tokens.length; at += 2) {
    const from = tokens[at] ?? 0;
    const next = EncodedTokenMetadata.getForeground(tokens[at + 1] ?? 0) - 1;
    if (next === colour || isBlank(line, from, tokens[at + 2] ?? line.length)) continue;
    if (from > start) runs.push(runOf(from - start, colour));
    colour = next;
    start = from;
  }
  if (line.length > start) runs.push(runOf(line.length - start, colour));
  return runs;
}

/** Loads a language with those that it embeds. Rejects when it cannot be loaded. */
export async function loadTokenizer(name: GrammarName): Promise<Tokenizer> {
  const loaded = (await grammars[name]()).default;
  const grammar = grammarOf(loaded);
  if (grammar === undefined) throw new Error(`no grammar: ${name}`);
  return {
    start: INITIAL,
    colour(line, state) {
      const { tokens, ruleStack } = grammar.tokenizeLine2(line, state, longest);
      return { colours: runsOf(line, tokens), state: ruleStack };
    },
  };
}
