import { type CSSProperties, memo, useEffect, useRef, useState } from "react";
import { type Chunk, linesInChunk, splitLines } from "./chunks.ts";
import { CodeLine, textParts } from "./code-line.tsx";
import type { ChunkColours, ColouredCode } from "./coloured-code.ts";
import { whenNear } from "#src/ui/near.ts";

// Code that has its colours when it comes is shown with them so far, before anybody knows what is in view.
const colouredAtOnce = 5;

interface ChunkProps {
  readonly chunk: Chunk;
  /** Absent where the language has no colours. */
  readonly source: ColouredCode | undefined;
  readonly colours: ChunkColours;
  readonly isNumbered: boolean;
}

/** Some lines of code: one plain text until they are near to be seen, then lines with the colours that have come. */
export const CodeChunk = memo(function CodeChunk({ chunk, source, colours, isNumbered }: ChunkProps) {
  const { index } = chunk;
  const element = useRef<HTMLSpanElement>(null);
  const [isNear, setNear] = useState(() => index < colouredAtOnce && source?.knownColours !== undefined);
  useEffect(() => {
    if (!element.current || !source || isNear) return undefined;
    return whenNear(element.current, () => {
      source.want();
      setNear(true);
    });
  }, [source, isNear]);
  const style: CSSProperties & Record<`--code-${string}`, number> = {
    "--code-lines": chunk.lines,
    "--code-columns": chunk.columns,
    "--code-first": index * linesInChunk,
  };
  const hasLines = isNumbered || (isNear && colours.length > 0);
  return (
    <span ref={element} className="code-chunk" style={style}>
      {hasLines
        ? splitLines(chunk.text).map((line, place) => (
            // oxlint-disable-next-line react/no-array-index-key
            <CodeLine key={place} text={line} colours={isNear ? colours[place] : undefined} />
          ))
        : textParts(chunk.text)}
    </span>
  );
});
