import { classes } from "./classes.ts";

export type ProgressBarProps = {
  label: string;
  /** What is being done, in words; read with the percents. */
  text: string;
  /** Absent before a total is known. */
  percent: number | undefined;
  isQuiet?: boolean;
};

/** How far something is; without a value until a total is known. */
export function ProgressBar({ label, text, percent, isQuiet = false }: ProgressBarProps) {
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={percent === undefined ? text : `${percent} %, ${text}`}
      className="h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        className={classes(
          "h-full rounded-full",
          isQuiet ? "bg-muted" : "bg-accent",
          percent === undefined && "invisible",
        )}
        style={{ inlineSize: `${percent ?? 0}%` }}
      />
    </div>
  );
}
