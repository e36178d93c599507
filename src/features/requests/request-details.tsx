import { X } from "lucide-react";
import type { Ref } from "react";
import type { Exchange } from "#src/core/requests/exchange.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { outcomeSentence, outcomeTone, outcomeWord } from "./outcome-text.ts";
import { RequestActions } from "./request-actions.tsx";
import { RequestChunks } from "./request-chunks.tsx";
import { RequestPart } from "./request-part.tsx";
import { RequestTimings } from "./request-timings.tsx";

export type RequestDetailsProps = {
  exchange: Exchange;
  onClose: () => void;
  /** Shows another one. */
  onOpen: (id: number) => void;
  ref?: Ref<HTMLElement>;
};

/** Everything that is known of one exchange. */
export function RequestDetails({ exchange, onClose, onOpen, ref }: RequestDetailsProps) {
  const t = useT();
  const { id, method, path, server, replayOf, sent, received, chunkCount } = exchange;
  const sentence = outcomeSentence(exchange, t);
  return (
    // Escape closes it wherever in it the focus is.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t("requests.one", { id })}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.defaultPrevented) onClose();
      }}
      className="min-w-0 flex-1 overflow-y-auto border-line px-4 pt-4 pb-12 outline-none @4xl:border-s @4xl:pt-1"
    >
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h3 className="font-mono font-medium wrap-anywhere" dir="ltr">
            {method} {path}
          </h3>
          <p className="facts wrap-anywhere">
            {t("requests.number", { id })} · <span dir="ltr">{server}</span>
            {replayOf === undefined ? null : (
              <>
                {" · "}
                <button
                  type="button"
                  className="underline underline-offset-2"
                  onClick={() => onOpen(replayOf)}
                >
                  {t("requests.replayOf", { id: replayOf })}
                </button>
              </>
            )}
          </p>
        </div>
        <IconButton label={t("requests.close")} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      <p className={`mt-1 font-medium ${outcomeTone(exchange)}`}>
        {outcomeWord(exchange, t)}
        {exchange.state === "done" && exchange.statusText ? ` ${exchange.statusText}` : ""}
      </p>
      {sentence ? <p className="text-muted">{sentence}</p> : null}
      <RequestActions exchange={exchange} onOpen={onOpen} />
      <RequestTimings exchange={exchange} />
      <RequestPart name="sent" headers={sent.headers} body={sent.body} />
      <RequestPart name="received" headers={received.headers} body={received.body} />
      {chunkCount > 0 ? <RequestChunks exchange={exchange} /> : null}
    </section>
  );
}
