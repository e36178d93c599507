import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type AlertProps = {
  /** The cause, in one sentence. */
  title: string;
  /** The next step. */
  children?: ReactNode;
  actions?: ReactNode;
  /** The server's own words, to unfold and copy. */
  details?: { label: string; text: string };
  tone?: "bad" | "warn";
};

/** Details up to this length, in characters, are shown from the first. */
const unfolded = 400;

/** An error where it happened: cause, next step, actions, and the server's own words on request. */
export function Alert({ title, children, actions, details, tone = "bad" }: AlertProps) {
  const colours = tone === "bad" ? "border-s-bad bg-bad-soft" : "border-s-warn bg-warn-soft";
  return (
    <div role="alert" className={`rounded-control border-s-2 px-3.5 py-2.5 text-ui ${colours}`}>
      <p className="flex items-start gap-2 font-medium">
        <TriangleAlert
          aria-hidden
          className={`mt-0.5 size-4 shrink-0 ${tone === "bad" ? "text-bad" : "text-warn"}`}
        />
        <span className="min-w-0 wrap-anywhere">{title}</span>
      </p>
      {children ? <div className="ms-6 mt-1 text-muted">{children}</div> : null}
      {details ? (
        <details className="ms-6 mt-1.5" open={details.text.length < unfolded}>
          <summary className="facts w-fit">{details.label}</summary>
          <pre
            className="mt-1 max-h-48 overflow-auto font-mono text-facts whitespace-pre-wrap wrap-anywhere"
            dir="auto"
          >
            {details.text}
          </pre>
        </details>
      ) : null}
      {actions ? <div className="ms-6 mt-2 flex flex-wrap gap-2">{actions}</div> : null}
    </div>
  );
}
