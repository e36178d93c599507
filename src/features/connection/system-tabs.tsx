import type { MessageKey } from "#src/ui/i18n.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { CommandTabs } from "./command-tabs.tsx";
import { type System, systemOfBrowser, systems } from "./system.ts";

export type SystemTabsProps = {
  command: (system: System) => string;
  /** What is to be known beside the command, where there is something. */
  notes?: Partial<Record<System, MessageKey>>;
};

/** One command for each way of running Ollama; the one of this computer stands open. */
export function SystemTabs({ command, notes = {} }: SystemTabsProps) {
  const t = useT();
  const choices = systems.map((system) => {
    const note = notes[system];
    return {
      id: system,
      name: t(`connection.system.${system}`),
      command: command(system),
      ...(note ? { note: t(note) } : {}),
    };
  });
  return (
    <CommandTabs
      label={t("connection.systems")}
      choices={choices}
      first={systemOfBrowser(navigator.userAgent)}
    />
  );
}
