import type { ReactNode } from "react";

type ControlProps = { label: string; onClick: () => void; children: ReactNode };

/** A small control inside a text: it has a name, and no text of its own. */
export function Control({ label, onClick, children }: ControlProps) {
  return (
    <button type="button" className="markdown-control" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
