import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { useT } from "#src/ui/i18n.tsx";
import { type CommandName, commandOf } from "./commands.ts";
import { focusNamed } from "./focus.ts";

export type CommandActions = {
  readonly showSidebar: () => void;
  readonly toggleSidebar: () => void;
  readonly copyReply: () => void;
  readonly showShortcuts: () => void;
};

/** Listens for the keys of all commands. */
export function useCommands(actions: CommandActions): void {
  const [, go] = useLocation();
  const t = useT();
  const run = useRef<(name: CommandName) => void>(() => {});
  useEffect(() => {
    run.current = (name) => {
      const does: Record<CommandName, () => void> = {
        new: () => go("/"),
        search: () => {
          actions.showSidebar();
          focusNamed(t("conversations.search"));
        },
        compose: () => focusNamed(t("chat.message")),
        sidebar: actions.toggleSidebar,
        settings: () => go("/settings/general"),
        copy: actions.copyReply,
        shortcuts: actions.showShortcuts,
      };
      does[name]();
    };
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.defaultPrevented) return;
      const name = commandOf(event, isTyping(event.target));
      if (!name) return;
      event.preventDefault();
      run.current(name);
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
