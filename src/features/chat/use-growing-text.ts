import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { Reply } from "#src/core/conversation/message.ts";
import { nextTask } from "#src/state/next-task.ts";
import { noteDrawing, type Run } from "#src/state/run-view.ts";
import type { MarkdownReader } from "#src/ui/markdown/markdown-reader.ts";
import { notePassing } from "#src/ui/near.ts";

/** Characters at once: no model writes so fast, but a server may have held them back. */
const much = 2000;
/** Of so much that comes first of all, so many characters are drawn at once: nobody waits for the others to see the first. */
const few = 1000;
/** Milliseconds of reading after which the drawing is a task of its own. */
const long = 22;

/**
 * The text of a reply, drawn in the very frame in which its run publishes it. A subscription of React's own would plan a
 * task more for each token, after the frame. Much text is read, drawn and laid out in tasks of their own, so that keys and
 * scrolling need not wait for all three.
 */
export function useGrowingText(run: Run | undefined, kept: Reply, read: MarkdownReader): string {
  const [text, setText] = useState(() => latest(run, kept));
  useEffect(() => {
    if (!run) return undefined;
    let drawn = latest(run, kept);
    let drawing: Promise<void> | undefined;
    const left = new AbortController();
    function draw(content: string): void {
      drawn = content;
      flushSync(() => setText(content));
    }
    async function drawMuch(): Promise<void> {
      while (!left.signal.aborted && drawn !== latest(run, kept)) {
        await nextTask();
        const content = latest(run, kept);
        const begun = performance.now();
        read(content, true);
        if (performance.now() - begun > long) await nextTask();
        notePassing();
        if (!left.signal.aborted) draw(content);
      }
      drawing = undefined;
    }
    // What was published since this was rendered.
    queueMicrotask(() => setText(latest(run, kept)));
    const stop = run.view.subscribe(({ reply: { content } }) => {
      if (content.length - drawn.length <= much) return draw(content);
      if (drawn === "") draw(content.slice(0, few).replace(/\S*$/, ""));
      drawing ??= drawMuch();
      noteDrawing(run, drawing);
    });
    return () => {
      left.abort();
      stop();
    };
  }, [run, kept, read]);
  return run ? text : kept.content;
}

function latest(run: Run | undefined, kept: Reply): string {
  return run?.view.getState().reply.content ?? kept.content;
}
