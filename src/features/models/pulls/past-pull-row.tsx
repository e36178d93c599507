import { Check, CircleSlash, Minus, TriangleAlert } from "lucide-react";
import { formatBytes } from "#src/core/models/size.ts";
import { formatRate } from "#src/features/models/figures.ts";
import { OtherServer } from "#src/features/models/other-server.tsx";
import { pullFailure } from "#src/features/models/pull-failure.ts";
import type { PastPull } from "#src/state/pull-history.ts";
import { isPulling, startPull, usePulls } from "#src/state/pulls.ts";
import { Button } from "#src/ui/button.tsx";
import { formatDuration } from "#src/ui/figures.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";

const looks = {
  new: [Check, "text-good"],
  updated: [Check, "text-good"],
  same: [Check, "text-good"],
  done: [Check, "text-good"],
  unlisted: [Minus, "text-muted"],
  cancelled: [CircleSlash, "text-muted"],
  failed: [TriangleAlert, "text-bad"],
} as const;

/** A pull that has ended: how, when, how long it took and how fast it was. */
export function PastPullRow({ pull, isConnected }: { pull: PastPull; isConnected: boolean }) {
  const t = useT();
  const locale = useLocale();
  const isRunning = usePulls(() => isPulling(pull.name, pull.server));
  const [Icon, colour] = looks[pull.outcome];
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-baseline gap-x-2">
          <span className="max-w-full truncate font-medium" dir="ltr" title={pull.name}>
            {pull.name}
          </span>
          <span className={pull.outcome === "failed" ? "text-bad" : "text-muted"}>
            {t(`pulls.outcome.${pull.outcome}`)}
          </span>
        </p>
        <p className="facts wrap-anywhere">
          {factsOf(pull, t, locale).join(" · ")}
          <OtherServer url={pull.server} />
        </p>
        {pull.error ? (
          <p className="mt-0.5 text-muted">{t(pullFailure(pull.error).key, { name: pull.name })}</p>
        ) : null}
      </div>
      <Button
        aria-label={t("pulls.againNamed", { name: pull.name })}
        disabled={!isConnected || isRunning}
        onClick={() => startPull(pull.name, pull.server)}
      >
        {t("pulls.again")}
      </Button>
    </li>
  );
}

function factsOf(pull: PastPull, t: Translate, locale: string): readonly string[] {
  const when = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
  const facts = [when.format(pull.endedAt), t("pulls.took", { time: formatDuration(pull.tookMs, locale) })];
  if (pull.bytes > 0) facts.push(t("pulls.fetched", { bytes: formatBytes(pull.bytes, locale) }));
  if (pull.bytesPerSecond !== undefined)
    facts.push(t("pulls.mean", { speed: formatRate(pull.bytesPerSecond, locale) }));
  return facts;
}
