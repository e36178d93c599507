import type { PushView } from "#src/state/pushes-store.ts";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";

/** How far a push is; without a value until a total is known. */
export function PushBar({ push, text }: { push: PushView; text: string }) {
  const t = useT();
  const { percent } = push.progress;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="progressbar"
      aria-label={t("actions.pushing", { name: push.name })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={percent === undefined ? text : `${percent} %, ${text}`}
      className="h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        className={classes("h-full rounded-full bg-accent", percent === undefined && "invisible")}
        style={{ inlineSize: `${percent ?? 0}%` }}
      />
    </div>
  );
}
