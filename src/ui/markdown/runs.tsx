import { memo, type ReactNode } from "react";

/** Nodes in a run. The first ones, which in most places are all, stand alone: a run has a cost in each level of a deep list. */
const length = 32;
const alone = 4;

interface Drawing<Node, Place> {
  readonly place: Place;
  /** Of the module, not made for the occasion: another function draws everything again. */
  readonly draw: (node: Node, place: Place) => ReactNode;
}
type OneProps = Drawing<unknown, unknown> & { readonly node: unknown };
type RunProps = Drawing<unknown, unknown> & { readonly nodes: readonly unknown[] };

const One = memo(function One({ node, place, draw }: OneProps) {
  return draw(node, place);
});

function ones(nodes: readonly unknown[], { place, draw }: Drawing<unknown, unknown>): ReactNode[] {
  return nodes.map((node, index) => (
    // Nodes have no name but their place, and what streams only adds to the end.
    // oxlint-disable-next-line react/no-array-index-key
    <One key={index} node={node} place={place} draw={draw} />
  ));
}

const Run = memo(
  function Run({ nodes, ...drawing }: RunProps) {
    return ones(nodes, drawing);
  },
  (one, other) =>
    one.place === other.place &&
    one.draw === other.draw &&
    one.nodes.length === other.nodes.length &&
    one.nodes.every((node, index) => node === other.nodes[index]),
);

/**
 * Draws nodes of which most keep their identity while more come: those are not drawn again, and not even looked at one by
 * one, since of thousands that alone would take longer than a frame has.
 */
export function inRuns<Node, Place>(
  nodes: readonly Node[],
  place: Place,
  draw: (node: Node, place: Place) => ReactNode,
): ReactNode {
  const drawing = { place, draw } as Drawing<unknown, unknown>;
  const parts = ones(nodes.slice(0, alone), drawing);
  for (let start = alone; start < nodes.length; start += length) {
    parts.push(<Run key={start} nodes={nodes.slice(start, start + length)} {...drawing} />);
  }
  return parts;
}
