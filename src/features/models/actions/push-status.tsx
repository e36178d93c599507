import { X } from "lucide-react";
import { askFor, useModelAction } from "#src/state/model-actions.ts";
import { cancelPush, dismissPush } from "#src/state/pushes.ts";
import { isPushing, type PushView, usePushes } from "#src/state/pushes-store.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { PushBar } from "./push-bar.tsx";
import { pushText } from "./push-text.ts";

/** The pushes, standing in the shell; the one that is shown in a dialog is left out. */
export function PushStatus() {
  const action = useModelAction((state) => state.action);
  const pushes = usePushes((state) => state.pushes);
  const shownKey = action?.kind === "pushing" ? action.key : undefined;
  const shown = [...pushes.values()].filter(({ key, status }) => status !== "cancelled" && key !== shownKey);
  if (shown.length === 0) return null;
  return (
    <ul className="flex flex-col border-t border-line">
      {shown.map((push) => (
        <li key={push.key} className="border-b border-line px-3 py-1.5 last:border-b-0">
          <StandingPush push={push} />
        </li>
      ))}
    </ul>
  );
}

function StandingPush({ push }: { push: PushView }) {
  const t = useT();
  const text = pushText(push, t, useLocale());
  const isRunning = isPushing(push);
  const { percent } = push.progress;
  return (
    <div className="flex items-center gap-1">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <button
          type="button"
          className="flex min-w-0 flex-col rounded-control text-start hover:text-accent"
          onClick={() => askFor({ kind: "pushing", key: push.key })}
        >
          <span className="flex w-full items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate" dir="ltr">
              {push.name}
            </span>
            {isRunning && percent !== undefined ? <span className="facts">{percent} %</span> : null}
          </span>
          <span className={push.status === "failed" ? "facts text-bad" : "facts"}>
            {isRunning ? `${t("actions.pushVerb")} · ${text}` : text}
          </span>
        </button>
        {isRunning ? <PushBar push={push} text={text} /> : null}
      </div>
      <IconButton
        label={t(isRunning ? "actions.cancelPush" : "actions.dismissPush", { name: push.name })}
        onClick={() => (isRunning ? cancelPush(push.key) : dismissPush(push.key))}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
