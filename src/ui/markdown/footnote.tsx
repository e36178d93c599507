import type { FootnoteDefinition, FootnoteReference } from "mdast";
import type { ReactNode } from "react";

export function FootnoteMark({ node }: { node: FootnoteReference }) {
  return <sup className="markdown-note">{node.label ?? node.identifier}</sup>;
}

export function Footnote({ node, children }: { node: FootnoteDefinition; children: ReactNode }) {
  return (
    <div className="markdown-footnote" dir="auto">
      <sup className="markdown-note">{node.label ?? node.identifier}</sup>
      <div>{children}</div>
    </div>
  );
}
