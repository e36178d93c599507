import { DropdownMenu } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { useCloseOnLeaving } from "./use-close-on-leaving.ts";

export type OpenedMenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  align: "start" | "end";
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

export function OpenedMenu({ trigger, children, align, isOpen, onOpenChange }: OpenedMenuProps) {
  const onClose = useCloseOnLeaving(isOpen, onOpenChange);
  return (
    <DropdownMenu.Root modal={false} open={isOpen} onOpenChange={onOpenChange}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          onCloseAutoFocus={onClose}
          sideOffset={4}
          collisionPadding={8}
          className="appear z-50 min-w-44 rounded-panel border border-line bg-raised p-1 text-ui shadow-raised"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

export type MenuItemProps = {
  children: ReactNode;
  onSelect: () => void;
  icon?: ReactNode;
  isDanger?: boolean;
};

const itemClass =
  "flex min-h-8 items-center gap-2 rounded-control px-2.5 py-1.5 outline-none data-highlighted:bg-hover pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:text-muted";

export function MenuItem({ children, onSelect, icon, isDanger }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={classes(itemClass, isDanger && "text-bad [&_svg]:text-bad")}
    >
      {icon}
      {children}
    </DropdownMenu.Item>
  );
}

export type MenuChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: string; readonly hint?: string }[];
  onChange: (value: Value) => void;
};

/** One of several: a radio group inside a menu. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChange,
}: MenuChoiceProps<Value>) {
  return (
    <DropdownMenu.RadioGroup
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        const option = options.find((candidate) => candidate.value === next);
        if (option) onChange(option.value);
      }}
    >
      {options.map((option) => (
        <DropdownMenu.RadioItem
          key={option.value}
          value={option.value}
          className={classes(itemClass, "relative ps-7")}
        >
          <DropdownMenu.ItemIndicator className="absolute start-2.5 size-1.5 rounded-full bg-accent" />
          <span className="flex-1">{option.label}</span>
          {option.hint ? <span className="facts">{option.hint}</span> : null}
        </DropdownMenu.RadioItem>
      ))}
    </DropdownMenu.RadioGroup>
  );
}
