import { useDeferredValue, useMemo, useState } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import type { ExchangeBody } from "#src/core/requests/exchange.ts";
import { formatBody } from "#src/core/requests/format-body.ts";
import { keptBytes } from "#src/core/requests/keep-body.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { LongText } from "#src/ui/long-text.tsx";

/** Characters that are shown at first: more would only slow the page down. */
const shownFirst = 30_000;

export type RequestBodyProps = { label: string; body: ExchangeBody; type: string };

/** A body as it came or set out for reading, and what of it is not there. */
export function RequestBody({ label, body, type }: RequestBodyProps) {
  const t = useT();
  const locale = useLocale();
  const [isRaw, setRaw] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const text = useDeferredValue(body.text);
  const formatted = useMemo(() => formatBody(text, type), [text, type]);
  const shown = isRaw ? text : formatted.text;
  const notes = [
    body.isFile ? t("requests.body.file") : "",
    body.isGone ? t("requests.body.gone") : "",
    body.isCut && !body.isGone ? t("requests.body.cut", { size: formatBytes(keptBytes, locale) }) : "",
    body.isMasked ? t("requests.body.masked") : "",
  ].filter(Boolean);
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="facts">
          {note}
        </p>
      ))}
      {body.text === "" ? (
        body.bytes === 0 ? (
          <p className="facts">{t("requests.body.none")}</p>
        ) : null
      ) : (
        <>
          <pre
            role="region"
            aria-label={label}
            dir="auto"
            // A region that scrolls has to be reachable with the keyboard.
            tabIndex={0}
            className="max-h-96 overflow-auto rounded-control bg-surface p-3 font-mono text-facts whitespace-pre-wrap wrap-anywhere"
          >
            <LongText text={isWhole ? shown : shown.slice(0, shownFirst)} />
          </pre>
          <div className="mt-1 flex flex-wrap items-center gap-1.5">
            {formatted.format === "text" ? null : (
              <Button look="quiet" onClick={() => setRaw(!isRaw)}>
                {t(isRaw ? "requests.body.formatted" : "requests.body.raw")}
              </Button>
            )}
            {shown.length > shownFirst && !isWhole ? (
              <Button look="quiet" onClick={() => setWhole(true)}>
                {t("requests.body.showAll", { size: formatBytes(body.bytes, locale) })}
              </Button>
            ) : null}
          </div>
        </>
      )}
    </>
  );
}
