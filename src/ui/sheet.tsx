import { Dialog } from "radix-ui";
import type { ReactNode } from "react";

export type SheetProps = { label: string; onOpenChange: (isOpen: boolean) => void; children: ReactNode };

/** A panel over the start edge of a narrow screen. */
export function Sheet({ label, onOpenChange, children }: SheetProps) {
  return (
    <Dialog.Root open onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          // Else the search box would take the focus, and a phone would show its keyboard.
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
          }}
          className="appear fixed inset-y-0 start-0 z-50 flex w-[min(20rem,85vw)] flex-col border-e border-line bg-surface pb-[env(safe-area-inset-bottom)]"
        >
          <Dialog.Title className="sr-only">{label}</Dialog.Title>
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
