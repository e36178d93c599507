import { Check, CloudUpload, TriangleAlert } from "lucide-react";
import type { HealthCheck } from "#src/core/models/health.ts";
import type { HealthTask } from "#src/state/health-check.ts";
import { forgetHealth, type HealthRun, testModels } from "#src/state/health.ts";
import { Button } from "#src/ui/button.tsx";
import { formatDuration, formatSpeed } from "#src/ui/figures.ts";
import { type MessageKey, type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { failedText } from "./check-text.ts";
import { HealthHistory } from "./health-history.tsx";
import { HealthLine } from "./health-line.tsx";

export type HealthRowProps = {
  task: HealthTask;
  /** It runs on another computer than the server. */
  isRemote: boolean;
  /** Oldest first. */
  checks: readonly HealthCheck[];
  run: HealthRun | undefined;
  isWaiting: boolean;
};

/** One model: its last result, the line of its history, and the button that tests it. */
export function HealthRow({ task, isRemote, checks, run, isWaiting }: HealthRowProps) {
  const t = useT();
  const name = task.model;
  const last = checks.at(-1);
  const isBusy = run !== undefined || isWaiting;
  return (
    <li aria-label={name} className="rounded-panel border border-line bg-raised p-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="min-w-0 font-medium wrap-anywhere">
          <a href={`#/models/${encodeURIComponent(name)}`} dir="ltr" className="hover:text-accent">
            {name}
          </a>
        </h3>
        {isRemote ? (
          <span className="facts inline-flex items-center gap-1">
            <CloudUpload aria-hidden className="size-3.5" />
            {t("models.leaves")}
          </span>
        ) : null}
        <span className="facts me-auto">{run ? runText(run, t) : isWaiting ? t("health.waits") : null}</span>
        <Button
          aria-label={t("health.testNamed", { name })}
          aria-disabled={isBusy}
          onClick={() => isBusy || void testModels([task])}
        >
          {t("health.test")}
        </Button>
      </div>
      {last ? (
        <div className="mt-2 grid items-end gap-x-6 gap-y-2 sm:grid-cols-[minmax(0,1fr)_auto]">
          <LastCheck check={last} />
          <HealthLine checks={checks} />
        </div>
      ) : (
        <p className="facts mt-1">
          {t(isRemote ? "health.neverRemote" : task.isEmbedder ? "health.neverEmbed" : "health.never")}
        </p>
      )}
      {checks.length > 0 ? (
        <HealthHistory name={name} checks={checks} onForget={() => forgetHealth(name)} />
      ) : null}
    </li>
  );
}

function runText({ isAnswering, position }: HealthRun, t: Translate): string {
  if (position !== undefined) return t("completion.status.queued", { position });
  return t(isAnswering ? "health.answering" : "health.contacting");
}

function LastCheck({ check }: { check: HealthCheck }) {
  const t = useT();
  const locale = useLocale();
  if (check.status === "failed")
    return (
      <div className="min-w-0">
        <p className="flex items-start gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-bad" />
          <span>
            <span className="font-medium">{t("health.failed")}</span> · {t(failedText(check))}
          </span>
        </p>
        {check.words ? (
          <p className="ms-6 mt-1 max-h-32 overflow-y-auto font-mono text-facts whitespace-pre-wrap wrap-anywhere">
            {check.words}
          </p>
        ) : null}
      </div>
    );
  const facts: readonly (readonly [MessageKey, string])[] = [
    ["health.load", formatDuration(check.loadMs, locale)],
    ...(check.firstMs === undefined
      ? [["health.total", formatDuration(check.totalMs, locale)] as const]
      : [["health.first", formatDuration(check.firstMs, locale)] as const]),
    ...(check.tokensPerSecond === undefined
      ? []
      : [["health.speed", formatSpeed(check.tokensPerSecond, locale)] as const]),
  ];
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      <div>
        <dt className="facts">{t("health.result")}</dt>
        <dd className="flex items-center gap-1.5">
          <Check aria-hidden className="size-4 text-good" />
          {t("health.ok")}
        </dd>
      </div>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt className="facts">{t(label)}</dt>
          <dd className="tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
