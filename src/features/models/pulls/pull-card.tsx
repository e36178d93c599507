import { Clock } from "lucide-react";
import { OtherServer } from "#src/features/models/other-server.tsx";
import { PullBar } from "#src/features/models/pull-bar.tsx";
import { PullControls } from "#src/features/models/pull-controls.tsx";
import { EndedPull, FailedPull } from "#src/features/models/pull-row.tsx";
import { pullText } from "#src/features/models/pull-text.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { LayerList } from "./layer-list.tsx";
import { MovePull } from "./move-pull.tsx";
import { PullNote } from "./pull-note.tsx";

export type PullCardProps = {
  pull: PullView;
  /** How many wait. */
  waiting: number;
};

/** One pull with all that is known of it, and what it means. */
export function PullCard({ pull, waiting }: PullCardProps) {
  switch (pull.status) {
    case "running":
      return <RunningCard pull={pull} />;
    case "queued":
      return <QueuedCard pull={pull} waiting={waiting} />;
    case "failed":
      return <FailedPull pull={pull} />;
    default:
      return <EndedPull pull={pull} />;
  }
}

function RunningCard({ pull }: { pull: Extract<PullView, { status: "running" }> }) {
  const text = pullText(pull, useT(), useLocale());
  const { percent, layers } = pull.progress;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium" dir="ltr" title={pull.name}>
          {pull.name}
        </span>
        {percent === undefined ? null : <span className="facts">{percent} %</span>}
        <PullControls pull={pull} />
      </div>
      <PullBar pull={pull} text={text} />
      <p className="facts">
        {text}
        <OtherServer url={pull.server} />
      </p>
      <PullNote pull={pull} />
      <LayerList name={pull.name} layers={layers} />
    </div>
  );
}

function QueuedCard({ pull, waiting }: { pull: Extract<PullView, { status: "queued" }>; waiting: number }) {
  const text = pullText(pull, useT(), useLocale());
  return (
    <div className="flex items-start gap-2">
      <Clock aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-end gap-2">
        <div className="min-w-48 flex-1">
          <p className="truncate font-medium" dir="ltr" title={pull.name}>
            {pull.name}
          </p>
          <p className="facts">
            {text}
            <OtherServer url={pull.server} />
          </p>
        </div>
        {waiting > 1 ? <MovePull pull={pull} waiting={waiting} /> : null}
        <PullControls pull={pull} />
      </div>
    </div>
  );
}
