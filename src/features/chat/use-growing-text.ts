import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Reply } from "#src/core/conversation/message.ts";
import type { Run } from "#src/state/run-view.ts";
import type { MarkdownReader } from "#src/ui/markdown/markdown-reader.ts";

/** Characters that come at once and take long to read: no model writes so fast, but a server may have held them back. */
const much = 2000;

/**
 * The text of a reply, drawn in the very frame in which its run publishes it. A subscription of React's own would plan a
 * task more for each token, after the frame. Text that is long to read is drawn in a task of its own, so that keys and
 * scrolling need not wait for both.
 */
export function useGrowingText(run: Run | undefined, kept: Reply, read: MarkdownReader): string {
  const [text, setText] = useState(() => latest(run, kept));
  useEffect(() => {
    if (!run) return undefined;
    let drawn = latest(run, kept);
    let timer: ReturnType<typeof setTimeout> | undefined;
    function draw(content: string): void {
      timer = undefined;
      drawn = content;
      flushSync(() => setText(content));
    }
    function readFirst(): void {
      const content = latest(run, kept);
      read(content, true);
      timer = setTimeout(() => draw(content));
    }
    // What was published since this was rendered.
    queueMicrotask(() => setText(latest(run, kept)));
    const stop = run.view.subscribe(({ reply: { content } }) => {
      if (content.length - drawn.length > much) timer ??= setTimeout(readFirst);
      else draw(content);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [run, kept, read]);
  return run ? text : kept.content;
}

function latest(run: Run | undefined, kept: Reply): string {
  return run?.view.getState().reply.content ?? kept.content;
}
