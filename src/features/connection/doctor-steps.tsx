import type { Evidence, Probe, Step } from "#src/core/connection/probes.ts";
import { versionOf } from "#src/core/connection/probes.ts";
import { formatDuration } from "#src/ui/figures.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";

/** What was tried, what each request told, and how long it took. */
export function Steps({ evidence }: { evidence: Evidence }) {
  const t = useT();
  const locale = useLocale();
  const { steps, permission } = evidence;
  return (
    <details>
      <summary className="min-h-8 content-center pointer-coarse:min-h-11">
        {t("doctor.tried", { count: steps.length })}
      </summary>
      <ol className="facts mt-1 flex flex-col gap-2">
        {steps.map((step) => (
          <li key={`${step.name} ${step.server} ${step.headers.join()}`} className="wrap-anywhere">
            <span className="text-text">{t(`doctor.step.${step.name}`)}</span>
            <br />
            <code dir="ltr" className="font-mono">
              {step.method} {step.server}
              {step.path}
            </code>
            {step.headers.length > 0 ? ` ${t("doctor.with", { names: step.headers.join(", ") })}` : null}
            {" → "}
            <span className="text-text">{resultText(step, t)}</span>
            {` · ${formatDuration(Math.max(1, step.ms), locale)}`}
          </li>
        ))}
        {permission ? <li>{t(`doctor.permission.${permission}`)}</li> : null}
        {evidence.isOffline ? <li>{t("doctor.offline")}</li> : null}
        {evidence.isForbidden ? <li>{t("doctor.forbidden")}</li> : null}
      </ol>
    </details>
  );
}

/** What a request told, in a few words. */
export function resultText({ probe }: Pick<Step, "probe">, t: Translate): string {
  const version = versionOf(probe);
  if (version !== undefined) return t("doctor.result.version", { version });
  return t(`doctor.result.${probe.type}`, valuesOf(probe));
}

function valuesOf(probe: Probe): Record<string, string | number> {
  if (probe.type === "answered") return { status: probe.status };
  return probe.type === "timeout" ? { seconds: Math.round(probe.afterMs / 1000) } : {};
}
