import { Popover as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { classes } from "./classes.ts";
import { useCloseOnLeaving } from "./use-close-on-leaving.ts";

export type OpenedPopoverProps = {
  trigger: ReactElement;
  /** Name of the panel for a screen reader. */
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  children: ReactNode;
  className?: string;
  align?: "start" | "end" | "center";
};

export function OpenedPopover({
  trigger,
  label,
  isOpen,
  onOpenChange,
  children,
  className,
  align = "start",
}: OpenedPopoverProps) {
  const onClose = useCloseOnLeaving(isOpen, onOpenChange);
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          onCloseAutoFocus={onClose}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={classes(
            "appear z-50 flex max-h-[min(28rem,var(--radix-popover-content-available-height))] w-[26rem] max-w-[calc(100vw-1rem)] flex-col overflow-hidden rounded-panel border border-line bg-raised shadow-raised",
            className,
          )}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
