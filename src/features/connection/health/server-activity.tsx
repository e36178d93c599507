import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { formatBytes } from "#src/core/models/size.ts";
import { useConnections } from "#src/state/connections.ts";
import { runningQuery } from "#src/state/models.ts";
import { isUnderWay } from "#src/state/pull-view.ts";
import { usePulls } from "#src/state/pulls.ts";
import { useRuns } from "#src/state/run-view.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

const interval = 30_000;

/** What a server holds in memory, and what this browser has it do now. */
export function ServerActivity({ url }: { url: string }) {
  const t = useT();
  const locale = useLocale();
  // Only Ollama tells a version, and what is in its memory.
  const tells = useConnections(({ connections }) => {
    const found = connections.get(url);
    return found?.status === "connected" && Boolean(found.version);
  });
  const { data: models } = useQuery({ ...runningQuery(url), enabled: tells, refetchInterval: interval });
  const runs = useRuns(
    (state) => [...state.runs.values()].filter(({ view }) => view.getState().reply.server === url).length,
  );
  const pulls = usePulls(
    (state) => [...state.pulls.values()].filter((pull) => pull.server === url && isUnderWay(pull)).length,
  );
  const now = [
    runs > 0 ? t("serverHealth.runs", { count: runs }) : undefined,
    pulls > 0 ? t("serverHealth.pulls", { count: pulls }) : undefined,
  ].filter((part) => part !== undefined);
  return (
    <>
      {tells && models ? (
        <Fact label={t("serverHealth.inMemory")}>
          {models.length === 0
            ? t("serverHealth.nothingInMemory")
            : models.map(({ name, size }) => (
                <span key={name} className="block">
                  <bdi>{name}</bdi> <span className="facts">{formatBytes(size, locale)}</span>
                </span>
              ))}
        </Fact>
      ) : null}
      {now.length > 0 ? <Fact label={t("serverHealth.now")}>{now.join(", ")}</Fact> : null}
    </>
  );
}

/** A name and what there is to say of it. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="facts">{label}</dt>
      <dd className="font-medium wrap-anywhere tabular-nums">{children}</dd>
    </div>
  );
}
