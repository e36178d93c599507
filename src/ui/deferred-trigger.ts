import { type ComponentProps, cloneElement, type ReactElement } from "react";

export type TriggerElement = ReactElement<ComponentProps<"button">>;

export type Deferred = {
  readonly kind: "menu" | "dialog";
  readonly onOpen: () => void;
  /** Called when the user is near: opening then waits for nothing. */
  readonly onNear: () => void;
};

/** The button of a part that is loaded when it is first opened. */
export function deferredTrigger(trigger: TriggerElement, { kind, onOpen, onNear }: Deferred): TriggerElement {
  return cloneElement(trigger, {
    "aria-haspopup": kind,
    "aria-expanded": false,
    onClick: onOpen,
    onPointerEnter: onNear,
    onFocus: onNear,
  });
}
