import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { filterExchanges, noFilter } from "#src/core/requests/exchange-filter.ts";
import { startRecording, useRequests } from "#src/state/requests.ts";
import { changeFilter, openExchange, useRequestsView } from "#src/state/requests-view.ts";
import { Button } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ReportDialog } from "./report-dialog.tsx";
import { RequestDetails } from "./request-details.tsx";
import { RequestList } from "./request-list.tsx";
import { RequestsFilter } from "./requests-filter.tsx";
import { RequestsHead } from "./requests-head.tsx";

/** The request inspector: what went to servers and came back since it was opened. */
export function RequestsPage() {
  const t = useT();
  const { exchanges, isRecording, isPaused } = useRequests();
  const { filter, openId } = useRequestsView();
  // Typing comes before the list.
  const late = useDeferredValue(filter);
  const shown = useMemo(() => filterExchanges(exchanges, late).toReversed(), [exchanges, late]);
  const open = exchanges.find(({ id }) => id === openId);
  const [isReporting, setReporting] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  const details = useRef<HTMLElement>(null);

  useEffect(() => {
    // Coming back goes on with what the user chose.
    if (!isPaused) startRecording();
  }, [isPaused]);

  function show(id: number, how: "key" | "pointer") {
    openExchange(id);
    requestAnimationFrame(() => {
      // On a narrow page the list is gone, and the focus with it.
      const isListHidden = page.current?.querySelector("[role=listbox]")?.checkVisibility() !== true;
      if (how === "key" || isListHidden) details.current?.focus();
    });
  }

  function close() {
    openExchange(undefined);
    requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>(`[data-id="${openId}"]`)?.focus({ preventScroll: true }),
    );
  }

  return (
    <div ref={page} className="@container flex h-full flex-col">
      <div className={classes("shrink-0 px-4 pt-6 pb-3", open !== undefined && "hidden @4xl:block")}>
        <RequestsHead onReport={() => setReporting(true)} />
        {exchanges.length > 0 ? <RequestsFilter found={shown.length} count={exchanges.length} /> : null}
      </div>
      <div className="flex min-h-0 flex-1">
        <div
          className={classes(
            "@container min-w-0 flex-1 overflow-y-auto px-1.5 pb-12",
            open !== undefined && "hidden @4xl:block",
          )}
        >
          {shown.length > 0 ? (
            <RequestList exchanges={shown} openId={open?.id} onOpen={show} onClose={close} />
          ) : (
            <Empty
              title={t(
                exchanges.length > 0 ? "requests.nothing" : isRecording ? "requests.empty" : "requests.off",
              )}
            >
              {exchanges.length > 0 ? (
                <Button onClick={() => changeFilter(noFilter)}>{t("requests.clearFilter")}</Button>
              ) : (
                <p className="text-muted">{t(isRecording ? "requests.emptyHint" : "requests.offHint")}</p>
              )}
            </Empty>
          )}
        </div>
        {open ? (
          <RequestDetails
            key={open.id}
            ref={details}
            exchange={open}
            onClose={close}
            onOpen={(id) => show(id, "pointer")}
          />
        ) : null}
      </div>
      {isReporting ? (
        <ReportDialog all={exchanges} shown={shown} open={open} onClose={() => setReporting(false)} />
      ) : null}
    </div>
  );
}

function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="mx-2.5 rounded-panel border border-dashed border-line p-6 text-center">
      <p className="mb-1 font-medium">{title}</p>
      {children}
    </div>
  );
}
