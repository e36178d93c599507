import { useState } from "react";
import { deferredTrigger, type TriggerElement } from "./deferred-trigger.ts";
import type { OpenedPopoverProps } from "./popover-part.tsx";
import { preloadable } from "./preloadable.tsx";

const OpenedPopover = preloadable(() => import("./popover-part.tsx").then((part) => part.OpenedPopover));

export type PopoverProps = OpenedPopoverProps & { trigger: TriggerElement };

/** A button with a panel that is loaded when it is first opened. */
export function Popover(props: PopoverProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  const closed = deferredTrigger(props.trigger, {
    kind: "dialog",
    onOpen: () => props.onOpenChange(true),
    onNear: () => void OpenedPopover.preload().catch(() => {}),
  });
  if (!wasOpen) return closed;
  return <OpenedPopover fallback={closed} {...props} />;
}
