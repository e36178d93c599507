import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import { copyText } from "#src/ui/clipboard.ts";
import { useT } from "#src/ui/i18n.tsx";
import { type CommandName, commandOf } from "./commands.ts";

export type CommandActions = { readonly toggleSidebar: () => void; readonly showShortcuts: () => void };

/** Listens for the keys of all commands. */
export function useCommands(actions: CommandActions): void {
  const [, go] = useLocation();
  const t = useT();
  const run = useRef<(name: CommandName) => void>(() => {});
  useEffect(() => {
    run.current = (name) => {
      const focus = (label: string) =>
        document.querySelector<HTMLElement>(`[aria-label="${CSS.escape(label)}"]`)?.focus();
      const does: Record<CommandName, () => void> = {
        new: () => go("/"),
        search: () => focus(t("conversations.search")),
        compose: () => focus(t("chat.message")),
        sidebar: actions.toggleSidebar,
        settings: () => go("/settings/general"),
        copy: () => void copyText(lastReplyText()),
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

function lastReplyText(): string {
  const bodies = document.querySelectorAll("article[data-status] [data-part='body']");
  return bodies[bodies.length - 1]?.textContent ?? "";
}
