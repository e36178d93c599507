import { Clock } from "lucide-react";
import { PullBar } from "#src/features/models/pull-bar.tsx";
import { PullControls } from "#src/features/models/pull-controls.tsx";
import { EndedPull, FailedPull } from "#src/features/models/pull-row.tsx";
import { pullText } from "#src/features/models/pull-text.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { useServer } from "#src/state/server.ts";
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
    case "queued":
      return <CardUnderWay pull={pull} waiting={waiting} />;
    case "failed":
      return <FailedPull pull={pull} />;
    default:
      return (
        <>
          <EndedPull pull={pull} />
          <PullNote pull={pull} />
        </>
      );
  }
}

function CardUnderWay({ pull, waiting }: PullCardProps) {
  const t = useT();
  const server = useServer((state) => state.url);
  const text = pullText(pull, t, useLocale());
  const { percent, layers } = pull.progress;
  const isQueued = pull.status === "queued";
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center gap-2">
        {isQueued ? <Clock aria-hidden className="size-4 shrink-0 text-muted" /> : null}
        <span className="min-w-0 flex-1 truncate font-medium" dir="ltr" title={pull.name}>
          {pull.name}
        </span>
        {percent === undefined ? null : <span className="facts">{percent} %</span>}
        {pull.status === "queued" && waiting > 1 ? <MovePull pull={pull} waiting={waiting} /> : null}
        <PullControls pull={pull} />
      </div>
      {isQueued ? null : <PullBar pull={pull} text={text} />}
      <p className="facts">
        {text}
        {pull.server === server ? null : ` · ${pull.server}`}
      </p>
      <PullNote pull={pull} />
      <LayerList name={pull.name} layers={layers} />
    </div>
  );
}
