import { type ReactNode, useRef } from "react";
import { useNear } from "./use-near.ts";

type MessageGroupProps = {
  /** About how high it is, in pixels, for as long as nobody has seen it. */
  height: number;
  /** Not drawn until someone comes near: a long conversation opens at its end. */
  startsFar: boolean;
  children: (isNear: boolean) => ReactNode;
};

/** Some neighbouring messages, which are laid out only while they are near what is seen. */
export function MessageGroup({ height, startsFar, children }: MessageGroupProps) {
  const element = useRef<HTMLDivElement>(null);
  const isNear = useNear(element, startsFar);
  return (
    <div ref={element} className="message-group" style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
      {children(isNear)}
    </div>
  );
}
