import { useEffect, useLayoutEffect, useReducer, useState } from "react";
import { type ChunkedCode, growChunks, noChunks } from "./chunks.ts";
import { CodeChunk } from "./code-chunk.tsx";
import { courier } from "./colour-courier.ts";
import { type ColouredCode, noColours } from "./coloured-code.ts";
import type { GrammarName } from "./languages.ts";

/** Only a cache, so it may be used while rendering: from any earlier code a code is cut into the same chunks. */
function rememberLatest(): (code: string) => ChunkedCode {
  let latest = noChunks;
  return (code) => (latest = growChunks(latest, code));
}

/**
 * What holds the colours of the code. Draws again when some came; those that came with more code are drawn with that.
 * A store's hook and passive effects would each plan a task for every token.
 */
function useColours(grammar: GrammarName | undefined, code: string): ColouredCode | undefined {
  const [source] = useState(() => (grammar === undefined ? undefined : courier.open(grammar, code)));
  const [, draw] = useReducer((drawn: number) => drawn + 1, 0);
  useLayoutEffect(() => source?.subscribe(draw), [source]);
  const revision = source?.revision ?? 0;
  useLayoutEffect(() => source?.noteDrawn(revision), [source, revision]);
  useLayoutEffect(() => source?.grow(code), [source, code]);
  useEffect(() => () => source && courier.close(source), [source]);
  return source;
}

interface TextProps {
  readonly code: string;
  readonly grammar: GrammarName | undefined;
  readonly isNumbered: boolean;
}

/** Code in chunks, with its colours as they come. For another grammar it is another one: give it a key. */
export function CodeText({ code, grammar, isNumbered }: TextProps) {
  const [cut] = useState(rememberLatest);
  const source = useColours(grammar, code);
  return cut(code).chunks.map((chunk) => (
    <CodeChunk
      key={chunk.index}
      chunk={chunk}
      source={source}
      colours={source?.chunk(chunk.index) ?? noColours}
      isNumbered={isNumbered}
    />
  ));
}
