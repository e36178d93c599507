import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

export type FieldProps = Omit<ComponentProps<"input">, "id"> & {
  label: string;
  /** Where the value comes from, or what it means. */
  hint?: ReactNode;
  /** Why the value is not accepted. */
  error?: string | undefined;
};

const boxClass =
  "w-full rounded-control border border-line bg-page px-3 py-1.5 text-ui text-text placeholder:text-muted aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-reading";

/** A labelled box of one line, with its hint and its error. */
export function Field({ label, hint, error, className, ...props }: FieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        id={id}
        className={boxClass}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        {...props}
      />
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  );
}

export type AreaProps = Omit<ComponentProps<"textarea">, "id"> & Pick<FieldProps, "label" | "hint" | "error">;

/** A labelled box of several lines. */
export function Area({ label, hint, error, className, ...props }: AreaProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      <textarea
        id={id}
        dir="auto"
        className={classes(boxClass, "resize-y")}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${id}-note` : undefined}
        {...props}
      />
      <FieldNote id={`${id}-note`} hint={hint} error={error} />
    </div>
  );
}

function FieldNote({ id, hint, error }: { id: string; hint: ReactNode; error: string | undefined }) {
  if (!error && !hint) return null;
  return (
    <p id={id} className={classes("facts mt-1", Boolean(error) && "text-bad")}>
      {error ?? hint}
    </p>
  );
}
