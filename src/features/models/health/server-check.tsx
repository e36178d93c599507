import { useQuery } from "@tanstack/react-query";
import { RefreshCw } from "lucide-react";
import { OllamaFailure } from "#src/core/errors.ts";
import { serverHealthQuery } from "#src/state/health-server.ts";
import { modelsQuery, runningQuery } from "#src/state/models.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { formatDuration, formatWhole } from "#src/ui/figures.ts";
import { type MessageKey, useLocale, useT } from "#src/ui/i18n.tsx";
import { wordsOf } from "./check-text.ts";

/** The first lines of a health script: does the server answer, which version, what does it have, what is in memory. */
export function ServerCheck({ server }: { server: string }) {
  const t = useT();
  const locale = useLocale();
  const health = useQuery(serverHealthQuery(server));
  const models = useQuery(modelsQuery(server));
  const running = useQuery(runningQuery(server));
  const host = server.replace(/^https?:\/\//, "");
  const isAnswering = health.data !== undefined && !health.isError;
  const facts: readonly (readonly [MessageKey, string | undefined])[] = [
    ["health.version", health.data?.version],
    ["health.latency", health.data && formatDuration(health.data.latencyMs, locale)],
    ["health.models", models.data && formatWhole(models.data.length, locale)],
    [
      "health.inMemory",
      running.data && (running.data.map(({ name }) => name).join(", ") || t("health.nothingInMemory")),
    ],
  ];

  function again() {
    for (const query of [health, models, running]) void query.refetch();
  }

  return (
    <section aria-label={t("health.server")} className="rounded-panel border border-line p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="me-auto min-w-0 font-medium wrap-anywhere">{t("health.serverAt", { host })}</h3>
        <Button onClick={again} aria-disabled={health.isFetching}>
          <RefreshCw aria-hidden className="size-4" />
          {t("health.checkAgain")}
        </Button>
      </div>
      {health.isError ? (
        <div className="mt-3">
          <Alert
            title={t("health.noAnswer", { host })}
            {...details(health.error, t("errors.details"))}
            actions={
              <a href="#/connection" className="text-accent underline underline-offset-4">
                {t("models.toConnection")}
              </a>
            }
          />
        </div>
      ) : null}
      {isAnswering ? (
        <dl className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] gap-x-4 gap-y-2">
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt className="facts">{t(label)}</dt>
              <dd className="tabular-nums wrap-anywhere">{value ?? t("health.unknown")}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}

function details(error: Error, label: string) {
  const text = error instanceof OllamaFailure ? wordsOf(error.error) : error.message;
  return text ? { details: { label, text } } : {};
}
