import { X } from "lucide-react";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useAbilities } from "#src/state/abilities.ts";
import { announce } from "#src/state/announcements.ts";
import { usePullDialog } from "#src/state/pull-dialog.ts";
import { cancelPull, dismissPull, usePulls } from "#src/state/pulls.ts";
import { isUnderWay, type PullView } from "#src/state/pull-view.ts";
import { useServer } from "#src/state/server.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { GoOn } from "./go-on.tsx";
import { PullBar } from "./pull-bar.tsx";
import { pullText } from "./pull-text.ts";

/** More than these would push the conversations away; all of them are on their page. */
const atMost = 3;

/** The pulls, standing in the shell while neither their dialog nor their page is open. */
export function PullStatus() {
  const t = useT();
  const isOpen = usePullDialog((state) => state.isOpen);
  const pulls = usePulls((state) => state.pulls);
  const [location] = useLocation();
  // That page is not there while a server is in use that pulls nothing, and the pulls of another go on.
  const inUse = useServer((state) => state.url);
  const hasPage = useAbilities(({ known }) => known.get(inUse)?.kind !== "openai");
  useSpokenEnds(pulls);
  const all = [...pulls.values()].filter(({ status }) => status !== "cancelled" && status !== "unlisted");
  if (isOpen || (location === "/pulls" && hasPage) || all.length === 0) return null;
  const shown = all.length > atMost ? foremost(all) : all;
  return (
    <ul className="flex flex-col border-t border-line">
      {shown.map((pull) => (
        <li key={pull.key} className="border-b border-line px-3 py-1.5 last:border-b-0">
          <StandingPull pull={pull} />
        </li>
      ))}
      {all.length > shown.length ? (
        <li className="px-3 py-1.5">
          <a href="#/pulls" className="facts hover:text-accent">
            {t("pulls.more", { count: all.length - shown.length })}
          </a>
        </li>
      ) : null}
    </ul>
  );
}

/** What runs, then what needs the user, then the rest. */
function foremost(pulls: readonly PullView[]): readonly PullView[] {
  const running = pulls.filter(({ status }) => status === "running");
  const ended = pulls.filter((pull) => !isUnderWay(pull) && pull.status !== "done");
  return [...new Set([...running, ...ended, ...pulls])].slice(0, atMost);
}

/** The ends that were told, as long as the page lives: a quick pull may be over before this part is there to tell of it. */
const told = new Set<string>();

/** Says to those who do not see it that a pull has ended. */
function useSpokenEnds(pulls: ReadonlyMap<string, PullView>): void {
  const t = useT();
  useEffect(() => {
    for (const { key, name, startedAt, status, isUpdate } of pulls.values()) {
      const end = `${key} ${startedAt}`;
      if ((status !== "done" && status !== "failed") || isUpdate || told.has(end)) continue;
      told.add(end);
      announce(t(status === "done" ? "pulls.ready" : "pulls.failedNow", { name }));
    }
  }, [pulls, t]);
}

function StandingPull({ pull }: { pull: PullView }) {
  const t = useT();
  const text = pullText(pull, t, useLocale());
  const isCancelled = isUnderWay(pull) || pull.status === "paused";
  const { percent } = pull.progress;
  return (
    <div className="flex items-center gap-1">
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <a
          href="#/pulls"
          className="flex min-w-0 flex-col rounded-control text-start hover:text-accent pointer-coarse:min-h-11"
        >
          <span className="flex w-full items-baseline gap-2">
            <span className="min-w-0 flex-1 truncate" dir="ltr">
              {pull.name}
            </span>
            {isUnderWay(pull) && percent !== undefined ? <span className="facts">{percent} %</span> : null}
          </span>
          <span className={pull.status === "failed" ? "facts text-bad" : "facts"}>{text}</span>
        </a>
        {pull.status === "running" ? <PullBar pull={pull} text={text} /> : null}
      </div>
      {pull.status === "interrupted" || pull.status === "paused" ? <GoOn pull={pull} /> : null}
      <IconButton
        label={t(isCancelled ? "models.cancelPull" : "models.pull.dismiss", { name: pull.name })}
        onClick={() => (isCancelled ? cancelPull(pull.key) : dismissPull(pull.key))}
      >
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
