import { Search } from "lucide-react";
import type { Message } from "#src/core/conversation/message.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { PageActions } from "#src/ui/page-actions.tsx";
import { FindBar } from "./find-bar.tsx";
import { focusArticle } from "./focus-article.ts";
import { OutlineButton } from "./outline-button.tsx";
import { useGuide } from "./outline-guide.ts";
import { selectedText, useFindKeys, useFindOpen } from "./use-find.ts";
import { messageFrom, useMessageKeys } from "./use-message-keys.ts";
import { findMessage, type Scroll, topGap } from "./use-scroll.ts";

export type TranscriptToolsProps = {
  path: readonly Message[];
  scroll: Scroll;
  /** Brings all messages into the page, where some are not yet. */
  drawAll: () => void;
};

/** What helps to read a long conversation: search, outline, and keys from message to message. */
export function TranscriptTools({ path, scroll, drawAll }: TranscriptToolsProps) {
  const t = useT();
  const find = useFindOpen();
  const { box, content, scroller, parts, jumpTo } = scroll;
  const openFind = () => {
    drawAll();
    find.open(selectedText(content.current));
  };
  useFindKeys({ onOpen: openFind });

  const guide = useGuide(scroll);

  function move(by: 1 | -1) {
    const seen = box.current?.getBoundingClientRect();
    if (!seen) return;
    drawAll();
    const elements = path.map(({ id }) => findMessage(content.current, id));
    const tops = elements.map((element) => (element?.getBoundingClientRect().top ?? 0) - seen.top - topGap);
    const focused = elements.findIndex((element) => element?.contains(document.activeElement));
    const next = messageFrom(tops, focused, by, seen.height);
    const message = next === undefined ? undefined : path[next];
    if (!message) return;
    guide.stop();
    jumpTo(message.id);
    focusArticle(findMessage(content.current, message.id)?.querySelector("article"));
  }
  useMessageKeys({
    box: () => box.current,
    onMove: move,
    onStart: () => {
      guide.stop();
      scroller.current?.toStart();
    },
    onEnd: () => {
      guide.stop();
      scroller.current?.toEnd();
    },
  });

  return (
    <>
      <PageActions>
        <IconButton label={t("reading.find")} aria-expanded={find.isOpen} onClick={openFind}>
          <Search aria-hidden />
        </IconButton>
        <OutlineButton
          path={path}
          parts={parts}
          onOpen={drawAll}
          onGo={guide.go}
          onLeave={({ message }) =>
            focusArticle(findMessage(content.current, message)?.querySelector("article"))
          }
        />
      </PageActions>
      {find.isOpen ? (
        <FindBar
          parts={parts}
          path={path}
          query={find.query}
          turn={find.turn}
          onQuery={find.setQuery}
          onClose={find.close}
        />
      ) : null}
    </>
  );
}
