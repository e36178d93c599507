import { Component, memo, type ReactNode } from "react";
import type { MarkdownBlock } from "#src/core/markdown/blocks.ts";
import { flowNodes } from "./flow.tsx";
import { BlockIsOpen } from "./markdown-host.ts";

interface BoundaryProps {
  readonly source: string;
  readonly children: ReactNode;
}
interface BoundaryState {
  readonly source: string;
  readonly hasFailed: boolean;
}

/** What cannot be rendered is shown as it was written, until it changes. */
class SourceFallback extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { source: this.props.source, hasFailed: false };

  static getDerivedStateFromError(): Partial<BoundaryState> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps(props: BoundaryProps, state: BoundaryState): BoundaryState | null {
    return props.source === state.source ? null : { source: props.source, hasFailed: false };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <p className="markdown-source" dir="auto">
        {this.props.source}
      </p>
    );
  }
}

function BlockNodes({ block }: { block: MarkdownBlock }) {
  return flowNodes(block.nodes);
}

/** One block of a text. It renders again only when it is another object; finished blocks keep theirs. */
export const Block = memo(function Block({ block, isOpen }: { block: MarkdownBlock; isOpen: boolean }) {
  return (
    <SourceFallback source={block.source}>
      <BlockIsOpen value={isOpen}>
        <BlockNodes block={block} />
      </BlockIsOpen>
    </SourceFallback>
  );
});
