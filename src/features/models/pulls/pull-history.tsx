import { useState } from "react";
import { notify } from "#src/state/notices.ts";
import { clearPullHistory, usePullHistory } from "#src/state/pull-history.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { PastPullRow } from "./past-pull-row.tsx";

/** Shown until the user asks for more. */
const first = 20;

/** How the pulls before went, the newest first. */
export function PullHistory({ isConnected }: { isConnected: boolean }) {
  const t = useT();
  const past = usePullHistory((state) => state.past);
  const [isAll, setAll] = useState(false);

  function clear() {
    const undo = clearPullHistory();
    notify({ text: "pulls.cleared", action: { label: "pulls.undo", run: undo } });
  }

  return (
    <section aria-labelledby="pull-history">
      <div className="mb-3 flex items-center gap-3">
        <h3 id="pull-history" className="min-w-0 flex-1 text-reading font-semibold">
          {t("pulls.history")}
        </h3>
        {past.length > 0 ? (
          <Button look="quiet" className="-me-3" onClick={clear}>
            {t("pulls.clear")}
          </Button>
        ) : null}
      </div>
      {past.length === 0 ? (
        <p className="text-muted">{t("pulls.historyNone")}</p>
      ) : (
        <ul
          aria-labelledby="pull-history"
          className="flex flex-col divide-y divide-line border-y border-line"
        >
          {(isAll ? past : past.slice(0, first)).map((pull) => (
            <PastPullRow key={`${pull.endedAt} ${pull.name}`} pull={pull} isConnected={isConnected} />
          ))}
        </ul>
      )}
      {!isAll && past.length > first ? (
        <Button className="mt-3" onClick={() => setAll(true)}>
          {t("pulls.showAll", { count: past.length })}
        </Button>
      ) : null}
    </section>
  );
}
