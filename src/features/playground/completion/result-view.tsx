import { useEffect, useRef } from "react";
import { announce } from "#src/state/announcements.ts";
import { type CompletionView, isEnded } from "#src/state/completion-view.ts";
import { useCompletions } from "#src/state/completions.ts";
import { useT } from "#src/ui/i18n.tsx";
import { LongText } from "#src/ui/long-text.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import { CopyButton } from "#src/features/playground/copy-button.tsx";
import { StatusLine, statusText } from "./status-line.tsx";
import { TimesView } from "./times-view.tsx";

/** What the model writes, as it comes: plain, with its white space. */
export function ResultView() {
  const t = useT();
  const view = useCompletions(({ shown }) => shown);
  if (!view)
    return (
      <section aria-label={t("completion.result")}>
        <h3 className="font-semibold">{t("completion.result")}</h3>
        <p className="mt-2 rounded-panel border border-dashed border-line p-5 text-muted">
          {t("completion.empty")}
        </p>
      </section>
    );
  return <Result view={view} />;
}

function Result({ view }: { view: CompletionView }) {
  const t = useT();
  const isOver = isEnded(view);
  const outcome = isOver ? statusText(view, t) : "";
  useEffect(() => {
    if (outcome) announce(outcome);
  }, [outcome]);
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a phone it stands below the whole form.
    if (!isOver) place.current?.scrollIntoView({ block: "nearest" });
    // Once, when it begins: whoever scrolls away then wants to.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [view.id]);
  const isEmpty = view.text === "" && view.thinking === "";
  return (
    <section
      ref={place}
      aria-label={t("completion.result")}
      aria-busy={!isOver}
      data-status={view.status}
      className="flex flex-col gap-3"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="font-semibold">{t("completion.result")}</h3>
        <span className="facts min-w-0 flex-1 truncate" dir="ltr">
          {view.model}
        </span>
        {view.text === "" ? null : (
          <CopyButton label={t("completion.copyAnswer")} look="quiet" text={() => view.text} />
        )}
      </div>
      <StatusLine view={view} />
      {view.thinking === "" ? null : (
        <details open={view.text === "" || undefined} className="rounded-panel border border-line">
          <summary className="px-3.5 py-1.5 text-muted">{t("completion.thought")}</summary>
          <div
            data-part="reasoning"
            dir="auto"
            className="border-t border-line p-3.5 font-mono text-ui wrap-anywhere whitespace-pre-wrap text-muted"
          >
            <LongText text={view.thinking} />
          </div>
        </details>
      )}
      {view.text === "" ? null : (
        <div
          data-part="body"
          dir="auto"
          className="rounded-panel border border-line bg-surface p-3.5 font-mono text-ui wrap-anywhere whitespace-pre-wrap"
        >
          <LongText text={view.text} />
        </div>
      )}
      {view.status === "done" && isEmpty && view.end?.reason === "stop" ? (
        <p className="text-muted">{t("completion.nothing")}</p>
      ) : null}
      {view.error ? <RequestFailure error={view.error} asked={view} /> : null}
      {isOver && (view.end || !isEmpty) ? <TimesView view={view} /> : null}
    </section>
  );
}
