import { useRef } from "react";
import { goOnWithPull, pausePull, usePulls } from "#src/state/pulls.ts";
import { isUnderWay, type PullView } from "#src/state/pull-view.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { useKeptFocus } from "#src/ui/use-kept-focus.ts";
import { PullsAtOnce } from "./pulls-at-once.tsx";
import { PullCard, type PullCardProps } from "./pull-card.tsx";

/** What runs, then what waits in its order, then what the user or an error holds up. */
export function PullQueue() {
  const t = useT();
  const pulls = usePulls((state) => state.pulls);
  const all = [...pulls.values()];
  const waiting = all.filter(({ status }) => status === "queued");
  const held = all.filter(({ status }) => status === "paused" || status === "interrupted");
  const underWay = all.filter(isUnderWay);
  const shown = [
    ...all.filter(({ status }) => status === "running"),
    ...waiting,
    ...all.filter((pull) => !isUnderWay(pull)),
  ];
  return (
    <section aria-labelledby="pull-queue">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 id="pull-queue" className="min-w-0 flex-1 text-reading font-semibold">
          {t("pulls.queue")}
        </h3>
        {underWay.length > 1 ? (
          <Button onClick={() => pauseAll(underWay)}>{t("pulls.pauseAll")}</Button>
        ) : null}
        {held.length > 1 ? (
          <Button onClick={() => held.forEach(goOnWithPull)}>{t("pulls.goOnAll")}</Button>
        ) : null}
        <PullsAtOnce />
      </div>
      {shown.length === 0 ? (
        <p className="rounded-panel border border-dashed border-line px-4 py-6 text-muted">
          {t("pulls.none")}
        </p>
      ) : (
        <ul className="flex flex-col divide-y divide-line rounded-panel border border-line">
          {shown.map((pull) => (
            <PullItem key={pull.key} pull={pull} waiting={waiting.length} />
          ))}
        </ul>
      )}
      {all.some(leavesBytes) ? <p className="mt-2 text-muted">{t("pulls.stays")}</p> : null}
    </section>
  );
}

function PullItem({ pull, waiting }: PullCardProps) {
  const row = useRef<HTMLLIElement>(null);
  const kept = useKeptFocus(row);
  return (
    <li ref={row} className="px-4 py-3" {...kept}>
      <PullCard pull={pull} waiting={waiting} />
    </li>
  );
}

/** Those that wait first, so that none begins in the place of another. */
function pauseAll(pulls: readonly PullView[]): void {
  for (const { key, status } of pulls) if (status === "queued") pausePull(key);
  for (const { key, status } of pulls) if (status === "running") pausePull(key);
}

/** Whether part of it lies on the server, as far as is known. */
function leavesBytes(pull: PullView): boolean {
  if (pull.status === "cancelled") return pull.progress.completed > 0 && !pull.isShared;
  return pull.status === "paused" || (pull.status === "interrupted" && !pull.hasWaited);
}
