import { type KeyboardEvent, useEffect, useRef } from "react";
import { useT } from "#src/ui/i18n.tsx";

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
  useEffect(() => box.current?.select(), []);

  function end(next: string | undefined, hasFocus: boolean) {
    if (hasEnded.current) return;
    hasEnded.current = true;
    onEnd(next?.trim() || undefined, hasFocus);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && !event.nativeEvent.isComposing) end(event.currentTarget.value, true);
    if (event.key !== "Escape") return;
    // The sheet that this may stand in stays open.
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    end(undefined, true);
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
