import { memo, type ReactNode } from "react";
import { splitText } from "./split-text.ts";

type LongTextProps = {
  text: string;
  /** How a piece is drawn, where not as it is. Of the module, not made for the occasion. */
  draw?: ((piece: string) => ReactNode) | undefined;
};

const Piece = memo(function Piece({ text, draw }: LongTextProps) {
  return <div className="long-text-piece">{draw ? draw(text) : text}</div>;
});

/** Plain text that keeps its lines. Of a text that grows only the last piece is drawn again. */
export function LongText({ text, draw }: LongTextProps) {
  return splitText(text).map((piece, index) => (
    // A piece has no name but its place, and a text only grows at its end.
    // oxlint-disable-next-line react/no-array-index-key
    <Piece key={index} text={piece} draw={draw} />
  ));
}
