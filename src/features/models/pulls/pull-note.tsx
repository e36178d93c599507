import { formatLeft } from "#src/features/models/figures.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";

/** What the state of a pull means, where that is not plain. */
export function PullNote({ pull }: { pull: PullView }) {
  const text = noteOf(pull, useT(), useLocale());
  return text === undefined ? null : <p className="mt-1 text-muted">{text}</p>;
}

function noteOf(pull: PullView, t: Translate, locale: string): string | undefined {
  switch (pull.status) {
    case "running":
      if (pull.stalledMs !== undefined)
        return t("pulls.stalled", { time: formatLeft(Math.floor(pull.stalledMs / 1000), locale) });
      if (pull.progress.isRetrying) return t("pulls.retrying");
      return pull.isShared ? t("pulls.shared") : undefined;
    case "paused":
    case "interrupted":
      return t("pulls.stays");
    case "cancelled":
      return pull.progress.completed > 0 && !pull.isShared ? t("pulls.stays") : undefined;
    default:
      return undefined;
  }
}
