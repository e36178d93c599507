import { useMemo } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { chunkColumns } from "#src/core/requests/exchange-timing.ts";
import type { Exchange } from "#src/core/requests/exchange.ts";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { preciseTime } from "./request-figures.ts";

const columns = 80;
const listed = 500;

/** The pieces in which an answer came: how they lie in time, and each one. */
export function RequestChunks({ exchange }: { exchange: Exchange }) {
  const t = useT();
  const locale = useLocale();
  const { chunks, chunkCount, received, firstAt = 0, lastAt = 0 } = exchange;
  const sums = useMemo(() => chunkColumns(exchange, columns), [exchange]);
  const most = Math.max(1, ...sums);
  const summary = t("requests.chunksText", {
    count: chunkCount,
    size: formatBytes(received.body.bytes, locale),
    time: preciseTime(lastAt - firstAt, locale),
  });
  return (
    <section className="mt-5">
      <h4 className="mb-1 font-medium">{t("requests.chunks")}</h4>
      <p className="facts mb-2">{summary}</p>
      {chunks.length > 1 ? (
        <>
          <svg
            role="img"
            aria-label={t("requests.chunksPicture", { size: formatBytes(most, locale) })}
            viewBox={`0 0 ${columns} 24`}
            preserveAspectRatio="none"
            className="h-14 w-full rounded-control bg-surface rtl:-scale-x-100"
          >
            {sums.map((sum, index) =>
              sum > 0 ? (
                <rect
                  // A column has no name but its place.
                  // oxlint-disable-next-line react/no-array-index-key
                  key={index}
                  x={index + 0.1}
                  width={0.8}
                  y={24 - Math.max(0.8, (sum / most) * 23)}
                  height={Math.max(0.8, (sum / most) * 23)}
                  className="fill-accent"
                />
              ) : null,
            )}
          </svg>
          <p aria-hidden className="facts flex justify-between">
            <span>{preciseTime(firstAt, locale)}</span>
            <span>{preciseTime(lastAt, locale)}</span>
          </p>
        </>
      ) : null}
      {chunks.length > 0 ? (
        <details className="mt-1">
          <summary className="w-fit text-muted">{t("requests.chunksEach")}</summary>
          <ChunkTable exchange={exchange} />
        </details>
      ) : (
        <p className="facts">{t("requests.chunksGone")}</p>
      )}
    </section>
  );
}

function ChunkTable({ exchange: { chunks, chunkCount } }: { exchange: Exchange }) {
  const t = useT();
  const locale = useLocale();
  return (
    <>
      <table className="facts mt-1 w-full max-w-96 text-end">
        <caption className="sr-only">{t("requests.chunks")}</caption>
        <thead>
          <tr>
            {(["number", "at", "gap", "bytes"] as const).map((head) => (
              <th key={head} scope="col" className="py-0.5 text-end font-medium">
                {t(`requests.chunk.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chunks.slice(0, listed).map(({ at, bytes }, index) => (
            // A chunk has no name but its place.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index}>
              <td>{formatWhole(index + 1, locale)}</td>
              <td>{preciseTime(at, locale)}</td>
              <td>{index === 0 ? "–" : preciseTime(at - (chunks[index - 1]?.at ?? at), locale)}</td>
              <td>{formatWhole(bytes, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {chunkCount > listed ? (
        <p className="facts mt-1">{t("requests.chunksMore", { count: chunkCount - listed })}</p>
      ) : null}
    </>
  );
}
