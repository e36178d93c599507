import type { MessageKey } from "#src/ui/i18n.tsx";

export type CommandName = "new" | "search" | "compose" | "sidebar" | "settings" | "copy" | "shortcuts";

export type Command = {
  readonly name: CommandName;
  readonly label: MessageKey;
  /** As `KeyboardEvent.key`, lower case. */
  readonly key: string;
  readonly hasMod: boolean;
  readonly hasShift: boolean;
};

/** What can be done from everywhere by a key. `mod` is Ctrl, or Command on a Mac. */
export const commands: readonly Command[] = [
  { name: "new", label: "chat.newConversation", key: "o", hasMod: true, hasShift: true },
  { name: "search", label: "app.command.search", key: "k", hasMod: true, hasShift: false },
  { name: "compose", label: "app.command.compose", key: "/", hasMod: false, hasShift: false },
  { name: "compose", label: "app.command.compose", key: "escape", hasMod: false, hasShift: true },
  { name: "sidebar", label: "app.command.sidebar", key: "s", hasMod: true, hasShift: true },
  { name: "copy", label: "app.command.copy", key: ";", hasMod: true, hasShift: false },
  { name: "settings", label: "app.settings", key: ",", hasMod: true, hasShift: false },
  { name: "shortcuts", label: "app.shortcuts", key: "?", hasMod: false, hasShift: false },
];

/** The command of a key press; single characters count only where nothing is being typed. */
export function commandOf(event: KeyboardEvent, isTyping: boolean): CommandName | undefined {
  const hasMod = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  return commands.find((command) => {
    if (command.key !== key || command.hasMod !== hasMod || event.altKey) return false;
    if (!command.hasMod && key.length === 1) return !isTyping;
    return command.hasShift === event.shiftKey;
  })?.name;
}
