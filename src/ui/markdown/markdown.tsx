import { memo, useRef } from "react";
import { plainText } from "#src/core/markdown/plain.ts";
import { Block } from "./block.tsx";
import { Notes, useNoteOrder } from "./footnote-order.ts";
import { Definitions } from "./inline.tsx";
import "./markdown.css";
import type { MarkdownReader } from "./markdown-reader.ts";
import { openBlockKey } from "./open-block.ts";
import type { MarkdownPart } from "./parts.ts";
import { useDrawn } from "#src/ui/use-drawn.ts";

type PartProps = { part: MarkdownPart; openKey: number | undefined; isLate: boolean };

const Part = memo(function Part({ part, openKey, isLate }: PartProps) {
  const element = useRef<HTMLDivElement>(null);
  const isDrawn = useDrawn(element, isLate);
  return (
    <div ref={element} className="markdown-part" data-late={isDrawn ? undefined : ""}>
      {isDrawn
        ? part.blocks.map((block) => <Block key={block.key} block={block} isOpen={block.key === openKey} />)
        : plainText(part.blocks.flatMap((block) => block.nodes))}
    </div>
  );
});

/**
 * A model's text, rendered without trust in it: no HTML, no address but http, https and mailto, nothing loaded.
 * While it streams, only the blocks that change are parsed and rendered.
 */
export const Markdown = memo(function Markdown({
  text,
  isStreaming,
  read,
}: {
  text: string;
  isStreaming: boolean;
  /** One for each text. */
  read: MarkdownReader;
}) {
  const { parts, late, definitions } = read(text, isStreaming);
  const notes = useNoteOrder(parts);
  const openKey = openBlockKey(parts, isStreaming);
  return (
    <Definitions value={definitions}>
      <Notes value={notes}>
        <div className="markdown">
          {parts.map((part) => (
            <Part
              key={part.key}
              part={part}
              openKey={part === parts.at(-1) ? openKey : undefined}
              isLate={late.has(part.key)}
            />
          ))}
        </div>
      </Notes>
    </Definitions>
  );
});
