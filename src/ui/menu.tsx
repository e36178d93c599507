import { type ReactNode, useState } from "react";
import { deferredTrigger, type TriggerElement } from "./deferred-trigger.ts";
import type { MenuChoiceProps } from "./menu-parts.tsx";
import { preloadable } from "./preloadable.tsx";

const load = () => import("./menu-parts.tsx");
const OpenedMenu = preloadable(() => load().then((parts) => parts.OpenedMenu));
const Choice = preloadable(() => load().then((parts) => parts.MenuChoice<string>));

export const MenuItem = preloadable(() => load().then((parts) => parts.MenuItem));

function preload(): void {
  for (const part of [OpenedMenu, Choice, MenuItem]) part.preload().catch(() => {});
}

/** One of several: a radio group inside a menu. */
export function MenuChoice<Value extends string>({ options, onChange, ...props }: MenuChoiceProps<Value>) {
  return (
    <Choice
      {...props}
      options={options}
      onChange={(next) => {
        const option = options.find(({ value }) => value === next);
        if (option) onChange(option.value);
      }}
    />
  );
}

export type MenuProps = {
  /** The button that opens it. */
  trigger: TriggerElement;
  children: ReactNode;
  align?: "start" | "end";
  /** Whether it is open from the first; the user decides after that. */
  startsOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

/** A button with a menu that is loaded when it is first opened. */
export function Menu({ trigger, children, align = "start", startsOpen = false, onOpenChange }: MenuProps) {
  const [isOpen, setOpen] = useState(startsOpen);
  const [isWanted, setWanted] = useState(startsOpen);

  function change(next: boolean) {
    setWanted(true);
    preload();
    setOpen(next);
    onOpenChange?.(next);
  }

  const closed = deferredTrigger(trigger, {
    kind: "menu",
    onOpen: () => change(true),
    onNear: preload,
  });
  if (!isWanted) return closed;
  return (
    <OpenedMenu fallback={closed} trigger={trigger} align={align} isOpen={isOpen} onOpenChange={change}>
      {children}
    </OpenedMenu>
  );
}
