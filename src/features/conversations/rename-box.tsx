import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from "react";
import { useT } from "#src/ui/i18n.tsx";
import { isComposing } from "#src/ui/is-composing.ts";

export type RenameBoxProps = {
  title: string;
  /** Undefined: the title stays. `hasFocus`: the user is still here, and has not gone elsewhere. */
  onEnd: (title: string | undefined, hasFocus: boolean) => void;
};

/** The title while it is being changed: Enter and going elsewhere keep it, Escape does not. */
export function RenameBox({ title, onEnd }: RenameBoxProps) {
  const t = useT();
  const box = useRef<HTMLInputElement>(null);
  const hasEnded = useRef(false);
  const giveUp = useEffectEvent(() => end(undefined, true));

  useEffect(() => {
    box.current?.select();
    // On the window, since the sheet that this may stand in listens on the document, and would close.
    function onEscape(event: globalThis.KeyboardEvent) {
      if (event.key !== "Escape" || event.target !== box.current) return;
      event.stopPropagation();
      if (!isComposing(event)) giveUp();
    }
    window.addEventListener("keydown", onEscape, { capture: true });
    return () => window.removeEventListener("keydown", onEscape, { capture: true });
  }, []);

  function end(next: string | undefined, hasFocus: boolean) {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(next?.trim() || undefined, hasFocus);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && !isComposing(event.nativeEvent)) end(event.currentTarget.value, true);
  }

  return (
    <input
      ref={box}
      aria-label={t("conversations.title")}
      dir="auto"
      autoComplete="off"
      defaultValue={title}
      className="h-8 w-full rounded-control border border-accent bg-raised ps-8.5 pe-2.5 outline-none pointer-coarse:h-11 pointer-coarse:text-reading"
      onKeyDown={onKeyDown}
      onBlur={(event) => end(event.target.value, false)}
    />
  );
}
