import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { announce } from "#src/state/announcements.ts";
import { movePull } from "#src/state/pulls.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

export type MovePullProps = {
  pull: Extract<PullView, { status: "queued" }>;
  /** How many wait. */
  waiting: number;
};

/** Moves a pull in the queue: by its buttons, or with the arrow keys on one of them. */
export function MovePull({ pull, waiting }: MovePullProps) {
  const t = useT();
  const { key, name, position } = pull;
  const pressed = useRef<HTMLElement>(null);

  // Moving a row in the document takes the focus from it.
  useEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  });

  function move(by: -1 | 1, button: HTMLElement) {
    const next = position + by;
    if (next < 1 || next > waiting) return;
    pressed.current = button;
    movePull(key, by);
    announce(t("pulls.movedTo", { name, position: next }));
  }

  function onKeyDown(event: KeyboardEvent<HTMLButtonElement>) {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1, event.currentTarget);
  }

  return (
    <span className="flex shrink-0">
      <IconButton
        label={t("pulls.up", { name })}
        aria-disabled={position === 1}
        className="aria-disabled:opacity-45"
        onClick={(event) => move(-1, event.currentTarget)}
        onKeyDown={onKeyDown}
      >
        <ArrowUp aria-hidden />
      </IconButton>
      <IconButton
        label={t("pulls.down", { name })}
        aria-disabled={position === waiting}
        className="aria-disabled:opacity-45"
        onClick={(event) => move(1, event.currentTarget)}
        onKeyDown={onKeyDown}
      >
        <ArrowDown aria-hidden />
      </IconButton>
    </span>
  );
}
