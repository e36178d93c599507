import { Tabs } from "radix-ui";
import { CommandBox } from "./command-box.tsx";

type CommandChoice = {
  readonly id: string;
  readonly name: string;
  readonly command: string;
  readonly note?: string;
};

export type CommandTabsProps = {
  /** Name of the choice for a screen reader. */
  label: string;
  choices: readonly CommandChoice[];
  /** The one that stands open; without it, the first. */
  first?: string;
};

/** The same thing to be done in several ways, one command each. */
export function CommandTabs({ label, choices, first = choices[0]?.id ?? "" }: CommandTabsProps) {
  return (
    <Tabs.Root defaultValue={first} className="flex flex-col gap-2">
      <Tabs.List aria-label={label} className="flex flex-wrap gap-1">
        {choices.map(({ id, name }) => (
          <Tabs.Trigger
            key={id}
            value={id}
            className="min-h-8 rounded-control px-2.5 text-muted hover:bg-hover hover:text-text data-[state=active]:bg-accent-soft data-[state=active]:text-text pointer-coarse:min-h-11"
          >
            {name}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {choices.map(({ id, command, note }) => (
        <Tabs.Content key={id} value={id} className="flex flex-col gap-1">
          <CommandBox command={command} />
          {note ? <p className="facts">{note}</p> : null}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
