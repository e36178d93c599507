import { lazy, Suspense, useState } from "react";
import { deferredTrigger, type TriggerElement } from "./deferred-trigger.ts";
import type { OpenedPopoverProps } from "./popover-part.tsx";

const load = () => import("./popover-part.tsx");
const OpenedPopover = lazy(() => load().then((part) => ({ default: part.OpenedPopover })));

export type PopoverProps = OpenedPopoverProps & { trigger: TriggerElement };

/** A button with a panel that is loaded when it is first opened. */
export function Popover(props: PopoverProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  const closed = deferredTrigger(props.trigger, {
    kind: "dialog",
    onOpen: () => props.onOpenChange(true),
    onNear: () => void load(),
  });
  if (!wasOpen) return closed;
  return (
    <Suspense fallback={closed}>
      <OpenedPopover {...props} />
    </Suspense>
  );
}
