import { formatLeft } from "#src/features/models/figures.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";

type Running = Extract<PullView, { status: "running" }>;

/** What a pull that does not simply go on is at. */
export function PullNote({ pull }: { pull: Running }) {
  const text = noteOf(pull, useT(), useLocale());
  return text === undefined ? null : <p className="text-muted">{text}</p>;
}

function noteOf({ stalledMs, progress, isShared }: Running, t: Translate, locale: string) {
  if (stalledMs !== undefined)
    return t("pulls.stalled", { time: formatLeft(Math.floor(stalledMs / 1000), locale) });
  if (progress.isRetrying) return t("pulls.retrying");
  return isShared ? t("pulls.shared") : undefined;
}
