import { ChevronRight } from "lucide-react";
import { useLayoutEffect, useRef, useState } from "react";
import type { Reply } from "#src/core/conversation/message.ts";
import { isOpen } from "#src/core/conversation/message.ts";
import type { Run } from "#src/state/run-view.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { LongText } from "#src/ui/long-text.tsx";
import { formatDuration } from "#src/ui/figures.ts";
import { useReply } from "./use-reply.ts";

/**
 * What the model thought: open while it thinks, folded once it writes, unless someone reads it, and as the reader left it
 * after that.
 */
export function ReasoningView({ run, message }: { run: Run | undefined; message: Reply }) {
  const t = useT();
  const locale = useLocale();
  const [choice, setChoice] = useState<boolean>();
  const text = useReply(run, message, (reply) => reply.reasoning ?? "");
  const isThinking = useReply(run, message, (reply) => isOpen(reply) && reply.content === "");
  const spent = useReply(run, message, (reply) => (isThinking ? undefined : reply.timing?.thinkingMs));
  const [isFolded, setFolded] = useState(!isThinking);
  const part = useRef<HTMLDivElement>(null);
  // Before anything of what the model writes is painted.
  useLayoutEffect(() => {
    const isInUse = isRead(part.current);
    setFolded((before) => !isThinking && (before || !isInUse));
  }, [isThinking]);
  const isShown = choice ?? !isFolded;
  if (text === "") return null;
  const title = isThinking
    ? t("chat.reasoningNow")
    : spent === undefined || spent < 100
      ? t("chat.reasoning")
      : t("chat.reasoningFor", { time: formatDuration(spent, locale) });
  return (
    <div ref={part} className="mb-3 rounded-control border border-line">
      <button
        type="button"
        aria-expanded={isShown}
        className="facts flex w-full items-center gap-1.5 rounded-control px-3 py-2 text-start hover:text-text pointer-coarse:min-h-11"
        onClick={() => setChoice(!isShown)}
      >
        <ChevronRight
          aria-hidden
          className={`size-3.5 shrink-0 transition-transform rtl:-scale-x-100 ${isShown ? "rotate-90 rtl:-rotate-90" : ""}`}
        />
        {title}
      </button>
      <div hidden={!isShown} className="border-t border-line px-3 py-2">
        <div
          data-part="reasoning"
          dir="auto"
          className="text-ui whitespace-pre-wrap text-muted wrap-anywhere"
        >
          <LongText text={text} />
        </div>
      </div>
    </div>
  );
}

/** Whether a part is on the screen of one who has let go of the end. */
function isRead(part: Element | null): boolean {
  const log = part?.closest("[data-reading]");
  if (!part || !log) return false;
  const [own, view] = [part.getBoundingClientRect(), log.getBoundingClientRect()];
  return own.top < view.bottom && own.bottom > view.top;
}
