import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";

export type SectionProps = {
  title: string;
  /** What is set in it, seen while it is folded. */
  note?: string | undefined;
  children: ReactNode;
};

/** A part of the form that is folded until it is wanted. */
export function Section({ title, note, children }: SectionProps) {
  return (
    <details className="group/section rounded-panel border border-line">
      <summary className="flex min-h-9 items-center gap-2 px-3 font-medium hover:bg-hover pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-muted group-open/section:rotate-90 rtl:-scale-x-100"
        />
        <span className="min-w-0 flex-1">{title}</span>
        {note ? <span className="facts min-w-0 truncate">{note}</span> : null}
      </summary>
      <div className="flex flex-col gap-4 border-t border-line p-3.5">{children}</div>
    </details>
  );
}
