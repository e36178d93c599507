import { type Server, serverLabel } from "#src/core/connection/server.ts";
import { classes } from "./classes.ts";

export type ServerMarkProps = {
  server: Pick<Server, "name" | "url" | "color">;
  /** It does not answer: a ring instead of a disc. */
  isAway?: boolean;
  className?: string;
};

/** A server's colour and its name. */
export function ServerMark({ server, isAway = false, className }: ServerMarkProps) {
  const colour = `var(--color-server-${server.color})`;
  return (
    <span className={classes("inline-flex min-w-0 items-center gap-1.5", className)}>
      <span
        aria-hidden
        className="size-2 shrink-0 rounded-full border-2"
        style={{ borderColor: colour, backgroundColor: isAway ? "transparent" : colour }}
      />
      <span className="truncate" dir="auto">
        {serverLabel(server)}
      </span>
    </span>
  );
}
