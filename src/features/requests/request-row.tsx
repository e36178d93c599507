import { memo } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { durationOf, timingParts } from "#src/core/requests/exchange-timing.ts";
import type { Exchange } from "#src/core/requests/exchange.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { outcomeTone, outcomeWord } from "./outcome-text.ts";
import { clockTime, preciseTime } from "./request-figures.ts";
import { TimingBar } from "./timing-bar.tsx";
import { usePassed } from "./use-passed.ts";

export type RequestRowProps = {
  exchange: Exchange;
  isOpen: boolean;
  /** The one row that the Tab key comes to. */
  isCurrent: boolean;
  /** Shown where there are several. */
  server: string | undefined;
  scale: number;
};

/** One exchange in two lines; what is clicked or pressed on it is heard by the list. */
export const RequestRow = memo(function RequestRow(props: RequestRowProps) {
  const { exchange, isOpen, isCurrent, server, scale } = props;
  const t = useT();
  const locale = useLocale();
  const passed = usePassed(exchange);
  const { id, method, path, replayOf, received, chunkCount } = exchange;
  return (
    // Its name is what stands in it.
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label
    <div
      role="option"
      id={`request-${id}`}
      data-id={id}
      aria-selected={isOpen}
      tabIndex={isCurrent ? 0 : -1}
      className="request-row rounded-control px-2.5 py-1.5 hover:bg-hover aria-selected:bg-accent-soft"
    >
      <div className="flex items-baseline gap-2.5">
        <span className={`shrink-0 font-medium tabular-nums ${outcomeTone(exchange)}`}>
          {outcomeWord(exchange, t)}
        </span>
        <span dir="ltr" title={path} className="min-w-0 flex-1 truncate text-start font-mono text-facts">
          <span className="text-muted">{method}</span> {path}
        </span>
        <span className="facts shrink-0 text-text!">{preciseTime(durationOf(exchange, passed), locale)}</span>
      </div>
      <div className="flex items-center gap-2.5">
        <span className="facts min-w-0 flex-1 truncate">
          {[
            t("requests.number", { id }),
            clockTime(exchange.sentAt, locale),
            server,
            replayOf === undefined ? undefined : t("requests.replayOf", { id: replayOf }),
            chunkCount > 0
              ? t("requests.sizeInChunks", {
                  size: formatBytes(received.body.bytes, locale),
                  count: chunkCount,
                })
              : undefined,
          ]
            .filter(Boolean)
            .join(" · ")}
        </span>
        <span className="w-20 shrink-0 @md:w-32 @3xl:w-80">
          <TimingBar parts={timingParts(exchange, passed)} scale={scale} />
        </span>
      </div>
    </div>
  );
});
