import { X } from "lucide-react";
import { type FocusEvent, useEffect, useRef, useState } from "react";
import { useAppUpdate } from "#src/state/app-update.ts";
import { dismissNotice, type Notice, useNotices } from "#src/state/notices.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { UpdateOffer } from "./pages.ts";

/** How long a notice stands, in milliseconds, while nobody points at it. */
const stay = 10_000;

/** Short notices, newest last, each with what can be done about it. */
export function Notices() {
  const notices = useNotices((state) => state.notices);
  const hasUpdate = useAppUpdate((state) => state.isReady);
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-36 z-50 flex flex-col items-center gap-2 px-4">
      {hasUpdate ? <UpdateOffer /> : null}
      {notices.map((notice) => (
        <NoticeView key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function NoticeView({ notice }: { notice: Notice }) {
  const t = useT();
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(() => dismissNotice(notice.id), stay);
    return () => clearTimeout(timer);
  }, [isHeld, notice.id]);
  const { action } = notice;
  const cameFrom = useRef<EventTarget>(null);

  function hold({ currentTarget, relatedTarget }: FocusEvent) {
    setHeld(true);
    if (!currentTarget.contains(relatedTarget)) cameFrom.current = relatedTarget;
  }

  /** What had the focus before gets it back: the button that has it goes. */
  function dismiss() {
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus({ preventScroll: true });
    dismissNotice(notice.id);
  }

  return (
    // Pointing at it or focusing its button only keeps it there for longer.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="status"
      className="appear pointer-events-auto flex items-center gap-3 rounded-panel border border-line bg-raised py-1.5 ps-4 pe-1.5 shadow-raised"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={hold}
      onBlur={() => setHeld(false)}
    >
      <span className="min-w-0 wrap-anywhere">{t(notice.text, notice.values)}</span>
      {action ? (
        <Button
          onClick={() => {
            // First: a notice that goes may mean that what it offers to undo is done.
            action.run();
            dismiss();
          }}
        >
          {t(action.label)}
        </Button>
      ) : null}
      <IconButton label={t("app.close")} onClick={dismiss}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
