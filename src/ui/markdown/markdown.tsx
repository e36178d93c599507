import { memo } from "react";
import { Block } from "./block.tsx";
import { Definitions } from "./inline.tsx";
import "./markdown.css";
import { useMarkdown } from "./use-markdown.ts";

/**
 * A model's text, rendered without trust in it: no HTML, no address but http, https and mailto, nothing loaded.
 * While it streams, only the blocks that change are parsed and rendered.
 */
export const Markdown = memo(function Markdown({
  text,
  isStreaming,
}: {
  text: string;
  isStreaming: boolean;
}) {
  const { blocks, definitions } = useMarkdown(text, isStreaming);
  return (
    <Definitions value={definitions}>
      <div className="markdown">
        {blocks.map((block) => (
          <Block key={block.key} block={block} />
        ))}
      </div>
    </Definitions>
  );
});
