import type { ComponentProps } from "react";
import { classes } from "./classes.ts";

const looks = {
  primary: "bg-accent text-on-accent hover:brightness-95",
  plain: "border border-line bg-raised text-text hover:bg-hover",
  quiet: "text-muted hover:bg-hover hover:text-text",
  danger: "border border-line bg-raised text-bad hover:bg-bad-soft",
} as const;

export type ButtonProps = ComponentProps<"button"> & { look?: keyof typeof looks };

export function Button({ look = "plain", className, type = "button", ...props }: ButtonProps) {
  return (
    <button
      type={type}
      className={classes(
        "inline-flex min-h-8 shrink-0 items-center justify-center gap-1.5 rounded-control px-3 text-ui font-medium whitespace-nowrap select-none pointer-coarse:min-h-11",
        "disabled:opacity-45 aria-disabled:opacity-45",
        looks[look],
        className,
      )}
      {...props}
    />
  );
}

export type IconButtonProps = Omit<ComponentProps<"button">, "aria-label"> & { label: string };

/** A square button with a picture; `label` is its name and its tooltip. */
export function IconButton({ label, className, type = "button", ...props }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={classes(
        "inline-flex size-8 shrink-0 items-center justify-center rounded-control text-muted hover:bg-hover hover:text-text disabled:opacity-45 pointer-coarse:size-11 [&_svg]:size-4",
        className,
      )}
      {...props}
    />
  );
}
