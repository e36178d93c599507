import { ListTree } from "lucide-react";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Message, Reply } from "#src/core/conversation/message.ts";
import { headingLines } from "#src/core/markdown/outline.ts";
import { useRuns } from "#src/state/run-view.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { Popover } from "#src/ui/popover.tsx";
import { preloadable } from "#src/ui/preloadable.tsx";
import { type OutlineEntry, outlineEntries } from "./outline-entries.ts";
import { OutlineList } from "./outline-list.tsx";

const Sheet = preloadable(() => import("#src/ui/sheet.tsx").then((module) => module.Sheet));
const narrow = "(max-width: 47.999rem)";

export type OutlineButtonProps = {
  path: readonly Message[];
  parts: () => { readonly box: HTMLElement; readonly content: HTMLElement } | undefined;
  onOpen: () => void;
  onGo: (entry: OutlineEntry) => void;
  /** Puts the focus where the reader went. */
  onLeave: (entry: OutlineEntry) => void;
};

/** Opens the outline: beside the text, or over it on a phone. */
export function OutlineButton({ path, parts, onOpen, onGo, onLeave }: OutlineButtonProps) {
  const t = useT();
  const [opened, setOpened] = useState<"popover" | "sheet">();
  const chosen = useRef<OutlineEntry>(undefined);
  const label = t("reading.outline");

  function open(isOpen: boolean) {
    if (isOpen) onOpen();
    setOpened(isOpen ? (matchMedia(narrow).matches ? "sheet" : "popover") : undefined);
  }
  function leave() {
    const entry = chosen.current;
    chosen.current = undefined;
    // The part that closes gives the focus back to the button first, in a turn of its own.
    if (entry) setTimeout(() => setTimeout(() => onLeave(entry)));
  }
  function choose(entry: OutlineEntry) {
    chosen.current = entry;
    onGo(entry);
    if (opened === "sheet") open(false);
  }

  const list = opened ? <Outline path={path} parts={parts} onChoose={choose} onLeave={leave} /> : null;
  return (
    <>
      <Popover
        trigger={
          <IconButton label={label}>
            <ListTree aria-hidden className="rtl:-scale-x-100" />
          </IconButton>
        }
        label={label}
        align="end"
        className="w-80"
        isOpen={opened === "popover"}
        onOpenChange={open}
      >
        {list}
      </Popover>
      {opened === "sheet" ? (
        <Sheet label={label} onOpenChange={open}>
          {list}
        </Sheet>
      ) : null}
    </>
  );
}

/** As far as they are written; what is kept of them is older. */
function growingReplies(): readonly Reply[] {
  return [...useRuns.getState().runs.values()].map(({ view }) => view.getState().reply);
}

/** Milliseconds between looks at replies that grow while the outline is open. */
const pause = 1000;

function countLines(): number {
  return growingReplies().reduce((sum, { content }) => sum + headingLines(content), 0);
}

function useHeadingLines(): number {
  const [lines, setLines] = useState(countLines);
  useEffect(() => {
    const timer = setInterval(() => setLines(countLines()), pause);
    return () => clearInterval(timer);
  }, []);
  return lines;
}

type OutlineProps = Pick<OutlineButtonProps, "path" | "parts"> & {
  onChoose: (entry: OutlineEntry) => void;
  onLeave: () => void;
};

function Outline({ path, parts, onChoose, onLeave }: OutlineProps) {
  const lines = useHeadingLines();
  // Made again for each heading that came, not for each word.
  // oxlint-disable-next-line react/exhaustive-deps
  const entries = useMemo(() => outlineEntries(path, growingReplies()), [path, lines]);
  const [{ box, content } = {}] = useState(parts);
  const leave = useRef(onLeave);
  useEffect(() => {
    const last = leave.current;
    return () => last();
  }, []);
  return <OutlineList entries={entries} box={box ?? null} content={content ?? null} onChoose={onChoose} />;
}
