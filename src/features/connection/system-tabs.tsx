import { Tabs } from "radix-ui";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { CommandBox } from "./command-box.tsx";
import { type System, systemOfBrowser, systems } from "./system.ts";

export type SystemTabsProps = {
  /** Name of the choice for a screen reader. */
  label: string;
  command: (system: System) => string;
  /** What is to be known beside the command, where there is something. */
  notes: Partial<Record<System, MessageKey>>;
};

/** One command for each way of running Ollama; the one of this computer stands open. */
export function SystemTabs({ label, command, notes }: SystemTabsProps) {
  const t = useT();
  return (
    <Tabs.Root defaultValue={systemOfBrowser(navigator.userAgent)} className="flex flex-col gap-2">
      <Tabs.List aria-label={label} className="flex flex-wrap gap-1">
        {systems.map((system) => (
          <Tabs.Trigger
            key={system}
            value={system}
            className="min-h-8 rounded-control px-2.5 text-muted hover:bg-hover hover:text-text data-[state=active]:bg-accent-soft data-[state=active]:text-text pointer-coarse:min-h-11"
          >
            {t(`connection.system.${system}`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {systems.map((system) => (
        <Tabs.Content key={system} value={system} className="flex flex-col gap-1">
          <CommandBox command={command(system)} />
          <Note text={notes[system]} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

function Note({ text }: { text: MessageKey | undefined }) {
  const t = useT();
  return text ? <p className="facts">{t(text)}</p> : null;
}
