import type { HealthCheck } from "#src/core/models/health.ts";
import { Button } from "#src/ui/button.tsx";
import { formatDuration, formatSpeed } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { failedText } from "./check-text.ts";

export type HealthHistoryProps = {
  name: string;
  /** Oldest first. */
  checks: readonly HealthCheck[];
  onForget: () => void;
};

/** All kept tests of a model in numbers, the newest first. */
export function HealthHistory({ name, checks, onForget }: HealthHistoryProps) {
  const t = useT();
  const locale = useLocale();
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "medium" });
  const duration = (ms: number | undefined) => (ms === undefined ? "–" : formatDuration(ms, locale));
  return (
    <details className="mt-2">
      <summary className="facts w-fit pointer-coarse:min-h-11 pointer-coarse:py-3">
        {t("health.history")}
      </summary>
      <div
        role="region"
        aria-label={t("health.historyOf", { name })}
        // What scrolls has to be reached by the keyboard.
        tabIndex={0}
        className="max-h-80 overflow-auto"
      >
        <table
          aria-label={t("health.historyOf", { name })}
          className="mt-1 w-full text-facts whitespace-nowrap tabular-nums [&_td]:py-1 [&_td]:pe-4 [&_th]:py-1 [&_th]:pe-4 [&_th]:text-start [&_th]:font-normal [&_th]:text-muted"
        >
          <thead>
            <tr>
              <th scope="col">{t("health.at")}</th>
              <th scope="col">{t("health.result")}</th>
              <th scope="col">{t("health.load")}</th>
              <th scope="col">{t("health.first")}</th>
              <th scope="col">{t("health.total")}</th>
              <th scope="col">{t("health.speed")}</th>
            </tr>
          </thead>
          <tbody>
            {checks.toReversed().map((check) => (
              <tr key={check.at} className="border-t border-line">
                <td>{time.format(check.at)}</td>
                {check.status === "failed" ? (
                  <td colSpan={5} className="max-w-md whitespace-normal text-bad wrap-anywhere">
                    {[t("health.failed"), t(failedText(check)), check.words].filter(Boolean).join(" · ")}
                  </td>
                ) : (
                  <>
                    <td>{t("health.ok")}</td>
                    <td>{duration(check.loadMs)}</td>
                    <td>{duration(check.firstMs)}</td>
                    <td>{duration(check.totalMs)}</td>
                    <td>
                      {check.tokensPerSecond === undefined ? "–" : formatSpeed(check.tokensPerSecond, locale)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button look="quiet" className="mt-1 -ms-3" onClick={onForget}>
        {t("health.forget")}
      </Button>
    </details>
  );
}
