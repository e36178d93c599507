import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { causeOf } from "#src/core/errors.ts";
import { isRemote } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { formatAge } from "#src/features/models/figures.ts";
import { useRunning } from "#src/features/models/running/use-running.ts";
import { noteMemoryInUse } from "#src/state/model-details-memory.ts";
import { wholeInfoQuery } from "#src/state/model-details.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";
import { useNow } from "#src/ui/use-now.ts";
import { DetailsHead } from "./details-head.tsx";
import { DetailsTabs } from "./details-tabs.tsx";
import { MemoryFit } from "./memory-fit.tsx";
import { ModelFacts } from "./model-facts.tsx";
import { NoSuchModel } from "./no-such-model.tsx";
import { useModelShow } from "./use-model-show.ts";
import type { WholeInfo } from "./whole-info.ts";

/** How often the models in memory are asked for, in milliseconds. */
const glance = 10_000;

/** All that a server says of one model; while it is away, what its list said before. */
export function ModelDetails({ name }: { name: string }) {
  const t = useT();
  const { server, listed, listedAt, show, error, retry } = useModelShow(name);
  const running = useRunning(glance);
  const loaded = running?.find((model) => sameModel(model.name, name));
  const inUse = running?.reduce((sum, { size }) => sum + size, 0) ?? 0;
  useEffect(() => {
    if (inUse > 0) noteMemoryInUse(server, inUse);
  }, [server, inUse]);
  const whole = useWholeInfo(server, listed?.name ?? name, listed?.digest);

  if (error && causeOf(error) === "model-gone") return <NoSuchModel name={name} />;
  const isAway = isRemote({ name, ...listed, ...(show?.remoteHost && { remoteHost: show.remoteHost }) });
  const info = whole.data?.info ?? show?.info;
  return (
    <article aria-label={name}>
      <DetailsHead name={listed?.name ?? name} {...{ listed, loaded, isAway }} />
      {error ? (
        <div className="mt-4 max-w-(--measure)">
          <RequestFailure
            error={error}
            asked={{ model: name, server }}
            actions={
              <>
                <Button onClick={retry}>{t("models.retry")}</Button>
                <a href="#/connection" className="inline-flex items-center px-1 font-medium text-accent">
                  {t("models.toConnection")}
                </a>
              </>
            }
          />
          {listed ? <Age since={listedAt} /> : null}
        </div>
      ) : null}
      {listed || show ? <ModelFacts {...{ name, listed, show, loaded, isAway }} /> : null}
      {show && info ? (
        <>
          {isAway || !listed ? null : (
            <MemoryFit {...{ server, size: listed.size, show: { ...show, info }, loaded, inUse, whole }} />
          )}
          <DetailsTabs {...{ name: listed?.name ?? name, show, info, isAway, whole }} />
        </>
      ) : error ? null : (
        <Outline />
      )}
    </article>
  );
}

function useWholeInfo(server: string, name: string, digest: string | undefined): WholeInfo {
  const [isWanted, setWanted] = useState(false);
  const { data, error, isFetching, refetch } = useQuery({
    ...wholeInfoQuery(server, name, digest),
    enabled: isWanted && server !== "",
  });
  return {
    data,
    error,
    asked: { model: name, server },
    isLoading: isFetching,
    load: () => (isWanted ? void refetch() : setWanted(true)),
  };
}

function Age({ since }: { since: number }) {
  const t = useT();
  const locale = useLocale();
  const now = useNow(10_000);
  return <p className="facts mt-2">{t("details.fromList", { age: formatAge(now - since, locale) })}</p>;
}

/** Still shapes in the size of what comes. */
function Outline() {
  return (
    <div aria-hidden className="reveal-late mt-6">
      <div className="h-56 rounded-panel bg-hover" />
      <div className="mt-6 h-9 w-96 max-w-full rounded-control bg-hover" />
      <div className="mt-3 h-40 rounded-panel bg-hover" />
    </div>
  );
}
