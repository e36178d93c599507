import { memo } from "react";
import { splitText } from "./split-text.ts";

const Piece = memo(function Piece({ text }: { text: string }) {
  return <div className="long-text-piece">{text}</div>;
});

/** Plain text that keeps its lines. Of a text that grows only the last piece is drawn again. */
export function LongText({ text }: { text: string }) {
  return splitText(text).map((piece, index) => (
    // A piece has no name but its place, and a text only grows at its end.
    // oxlint-disable-next-line react/no-array-index-key
    <Piece key={index} text={piece} />
  ));
}
