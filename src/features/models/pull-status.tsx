import { X } from "lucide-react";
import { openPullDialog, usePullDialog } from "#src/state/pull-dialog.ts";
import { cancelPull, dismissPull, usePulls } from "#src/state/pulls.ts";
import { isUnderWay, type PullView } from "#src/state/pull-view.ts";
import { GoOn } from "./go-on.tsx";
import { IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { PullBar } from "./pull-bar.tsx";
import { pullText } from "./pull-text.ts";

/** The pulls, standing in the shell while their dialog is closed. */
export function PullStatus() {
  const isOpen = usePullDialog((state) => state.isOpen);
  const pulls = usePulls((state) => state.pulls);
  const shown = [...pulls.values()].filter((pull) => pull.status !== "cancelled");
  if (isOpen || shown.length === 0) return null;
  return (
    <ul className="flex flex-col border-t border-line">
      {shown.map((pull) => (
        <li key={pull.key} className="border-b border-line px-3 py-1.5 last:border-b-0">
          <StandingPull pull={pull} />
        </li>
      ))}
    </ul>
  );
}

function StandingPull({ pull }: { pull: PullView }) {
  const t = useT();
  const text = pullText(pull, t, useLocale());
  const isRunning = isUnderWay(pull);
  const { percent } = pull.progress;
  return (
    <div className="flex items-center gap-1">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <button
          type="button"
          className="flex min-w-0 flex-col rounded-control text-start hover:text-accent"
          onClick={() => openPullDialog()}
        >
          <span className="flex w-full items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate" dir="ltr">
              {pull.name}
            </span>
            {isRunning && percent !== undefined ? <span className="facts">{percent} %</span> : null}
          </span>
          <span className={pull.status === "failed" ? "facts text-bad" : "facts"}>{text}</span>
        </button>
        {isRunning ? <PullBar pull={pull} text={text} /> : null}
      </div>
      {pull.status === "interrupted" ? <GoOn pull={pull} /> : null}
      <IconButton
        label={t(isRunning ? "models.cancelPull" : "models.pull.dismiss", { name: pull.name })}
        onClick={() => (isRunning ? cancelPull(pull.key) : dismissPull(pull.key))}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
