import { type CompletionView, isEnded } from "#src/state/completion-view.ts";
import { formatCount, formatElapsed } from "#src/ui/figures.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { useNow } from "#src/ui/use-now.ts";

/** What is known of a completion now, and for how long. */
export function StatusLine({ view }: { view: CompletionView }) {
  const t = useT();
  if (isEnded(view)) return <p className="facts">{statusText(view, t)}</p>;
  return <Running view={view} />;
}

function Running({ view }: { view: CompletionView }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow(500);
  return (
    <p className="facts flex items-start gap-2">
      <span aria-hidden className="mt-1.5 size-1.5 shrink-0 rounded-full bg-accent" />
      <span className="min-w-0 wrap-anywhere">
        {[
          statusText(view, t),
          formatElapsed(now - view.since, locale),
          ...(view.pieces > 0 ? [t("completion.pieces", { count: formatCount(view.pieces, locale) })] : []),
        ].join(" · ")}
      </span>
    </p>
  );
}

/** The status in words; of one that is done, why it ended. */
export function statusText(view: CompletionView, t: Translate): string {
  const { status, model, position = 1 } = view;
  if (status !== "done") return t(`completion.status.${status}`, { model, position });
  const reason = view.end?.reason ?? "";
  if (reason === "length" || reason === "load" || reason === "unload")
    return t(`completion.reason.${reason}`);
  if (reason === "stop" || reason === "") return t("completion.status.done");
  return t("completion.reason.other", { reason });
}
