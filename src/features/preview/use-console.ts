import { useCallback, useEffect, useRef, useState } from "react";
import type { ConsoleLevel } from "#src/frames/message.ts";

export type ConsoleLine = { readonly level: ConsoleLevel; readonly text: string };

/** Lines with numbers that they keep. */
export type NumberedLine = ConsoleLine & { readonly number: number };

const kept = 200;

type Console = {
  /** Whose lines these are. */
  readonly run: number;
  readonly lines: readonly NumberedLine[];
  readonly count: number;
  readonly errors: number;
};

const emptyOf = (run: number): Console => ({ run, lines: [], count: 0, errors: 0 });

/** What a run wrote; drawn once a frame however much comes, and only the newest lines of it. */
export function useConsole(run: number): Console & { add: (line: ConsoleLine) => void } {
  const [shown, setShown] = useState(() => emptyOf(run));
  const newest = useRef(shown);
  const frame = useRef(0);

  const add = useCallback(
    (line: ConsoleLine) => {
      const { lines, count, errors } = newest.current.run === run ? newest.current : emptyOf(run);
      newest.current = {
        run,
        lines: [...lines.slice(1 - kept), { ...line, number: count }],
        count: count + 1,
        errors: errors + (line.level === "error" ? 1 : 0),
      };
      if (frame.current !== 0) return;
      frame.current = requestAnimationFrame(() => {
        frame.current = 0;
        setShown(newest.current);
      });
    },
    [run],
  );
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return { ...(shown.run === run ? shown : emptyOf(run)), add };
}
