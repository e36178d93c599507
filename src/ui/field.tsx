import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes.ts";

export type LabelledProps = {
  label: ReactNode;
  /** Where the value comes from, or what it means. */
  hint?: ReactNode;
  /** Why the value is not accepted. */
  error?: string | undefined;
  className?: string | undefined;
  /** Draws the box itself. */
  children: (box: Pick<ComponentProps<"input">, "id" | "aria-invalid" | "aria-describedby">) => ReactNode;
};

export type FieldProps = Omit<ComponentProps<"input">, "id"> & {
  label: string;
} & Pick<LabelledProps, "hint" | "error">;

const boxClass =
  "w-full rounded-control border border-line bg-page px-3 py-1.5 text-ui text-text placeholder:text-muted aria-invalid:border-bad pointer-coarse:min-h-11 pointer-coarse:text-reading";

/** For a box whose text is no prose: a name, a key, something to search for in them. */
export const asCode = { autoComplete: "off", autoCapitalize: "none", spellCheck: false, dir: "ltr" } as const;

/** A box of any kind with its label, its hint and its error. */
export function Labelled({ label, hint, error, className, children }: LabelledProps) {
  const id = useId();
  const note = error || hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block font-medium">
        {label}
      </label>
      {children({
        id,
        "aria-invalid": error ? true : undefined,
        "aria-describedby": note ? `${id}-note` : undefined,
      })}
      {note ? (
        <p id={`${id}-note`} className={classes("facts mt-1", Boolean(error) && "text-bad")}>
          {note}
        </p>
      ) : null}
    </div>
  );
}

/** A labelled box of one line, with its hint and its error. */
export function Field({ label, hint, error, className, ...props }: FieldProps) {
  return (
    <Labelled label={label} hint={hint} error={error} className={className}>
      {(box) => <input className={boxClass} {...box} {...props} />}
    </Labelled>
  );
}

export type AreaProps = Omit<ComponentProps<"textarea">, "id"> & Pick<FieldProps, "label" | "hint" | "error">;

/** A labelled box of several lines. */
export function Area({ label, hint, error, className, ...props }: AreaProps) {
  return (
    <Labelled label={label} hint={hint} error={error} className={className}>
      {(box) => <textarea dir="auto" className={classes(boxClass, "resize-y")} {...box} {...props} />}
    </Labelled>
  );
}
