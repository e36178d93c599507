import type { ReactNode } from "react";

export type CheckLineProps = {
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  children: ReactNode;
};

/** A box to tick, and what it means. */
export function CheckLine({ isChecked, onChange, children }: CheckLineProps) {
  return (
    <label className="flex items-start gap-2 py-1 pointer-coarse:min-h-11 pointer-coarse:py-3">
      <input
        type="checkbox"
        checked={isChecked}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0 accent-(--color-accent)"
      />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  );
}
