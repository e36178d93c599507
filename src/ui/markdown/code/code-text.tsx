import { useEffect, useState } from "react";
import { type ChunkedCode, growChunks, noChunks } from "./chunks.ts";
import { CodeChunk } from "./code-chunk.tsx";
import { courier } from "./colour-courier.ts";
import type { GrammarName } from "./languages.ts";

/** Only a cache, so it may be used while rendering: from any earlier code a code is cut into the same chunks. */
function rememberLatest(): (code: string) => ChunkedCode {
  let latest = noChunks;
  return (code) => (latest = growChunks(latest, code));
}

interface TextProps {
  readonly code: string;
  readonly grammar: GrammarName | undefined;
  readonly isNumbered: boolean;
}

/** Code in chunks, with its colours as they come. For another grammar it is another one: give it a key. */
export function CodeText({ code, grammar, isNumbered }: TextProps) {
  const [cut] = useState(rememberLatest);
  const [source] = useState(() => (grammar === undefined ? undefined : courier.open(grammar, code)));
  useEffect(() => {
    source?.grow(code);
  }, [source, code]);
  useEffect(() => () => source && courier.close(source), [source]);
  return cut(code).chunks.map((chunk) => (
    <CodeChunk key={chunk.index} chunk={chunk} source={source} isNumbered={isNumbered} />
  ));
}
