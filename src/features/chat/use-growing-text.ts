import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Reply } from "#src/core/conversation/message.ts";
import type { Run } from "#src/state/run-view.ts";

/**
 * The text of a reply, drawn in the very frame in which its run publishes it. A subscription of React's own would plan a
 * task more for each token, after the frame.
 */
export function useGrowingText(run: Run | undefined, kept: Reply): string {
  const [text, setText] = useState(() => latest(run, kept));
  useEffect(() => {
    if (!run) return undefined;
    // What was published since this was rendered.
    queueMicrotask(() => setText(latest(run, kept)));
    return run.view.subscribe(({ reply }) => flushSync(() => setText(reply.content)));
  }, [run, kept]);
  return run ? text : kept.content;
}

function latest(run: Run | undefined, kept: Reply): string {
  return run?.view.getState().reply.content ?? kept.content;
}
