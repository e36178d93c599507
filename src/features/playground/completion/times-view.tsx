import { perSecond, timeLine } from "#src/core/playground/timings.ts";
import type { CompletionView } from "#src/state/completion-view.ts";
import { formatSpeed, formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatSpan } from "./format-span.ts";
import { PartMark } from "./part-mark.tsx";
import { TimeBar } from "./time-bar.tsx";

/** Where the time of a completion went: two lines of one scale, and their figures. */
export function TimesView({ view }: { view: CompletionView }) {
  const t = useT();
  const locale = useLocale();
  const timings = view.end?.timings;
  const line = timeLine(view.measured, timings);
  const tokens = {
    prompt: [timings?.promptTokens ?? 0, timings?.promptMs ?? 0],
    generation: [timings?.tokens ?? 0, timings?.generationMs ?? 0],
  } as const;
  const counts = (name: string) =>
    name === "prompt" || name === "generation" ? tokens[name] : ([0, 0] as const);
  const heading = "py-1 pe-3 text-start font-medium text-text";
  const figure = "py-1 ps-3 text-end whitespace-nowrap";
  return (
    <section aria-label={t("completion.times")} className="flex flex-col gap-3">
      <h4 className="font-semibold">{t("completion.times")}</h4>
      {timings ? <TimeBar name={t("completion.byServer")} stretches={line.server} /> : null}
      <TimeBar name={t("completion.byPage")} stretches={line.page} />
      <table className="facts w-full border-t border-line">
        <thead>
          <tr>
            <th scope="col" className={heading}>
              {t("completion.part")}
            </th>
            {(["time", "tokens", "speed"] as const).map((name) => (
              <th key={name} scope="col" className={`${figure} font-medium`}>
                {t(`completion.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...line.server, ...line.page].map(({ name, ms }) => {
            const [count, spent] = counts(name);
            // What is kept from an earlier prompt is counted and took no time: a speed of reading would be too high.
            const speed = name === "generation" ? perSecond(count, spent) : undefined;
            return (
              <tr key={name} className="border-t border-line">
                <th scope="row" className={heading}>
                  <PartMark name={name} />
                  {t(`completion.part.${name}`)}
                </th>
                <td className={figure}>{formatSpan(ms, locale)}</td>
                <td className={figure}>{count > 0 ? formatWhole(count, locale) : ""}</td>
                <td className={figure}>{speed === undefined ? "" : formatSpeed(speed, locale)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          {timings ? <Total name={t("completion.byServer")} ms={timings.totalMs} /> : null}
          <Total name={t("completion.byPage")} ms={view.measured.endMs} />
        </tfoot>
      </table>
      <p className="facts">{t(timings ? "completion.timingsNote" : "completion.noTimings")}</p>
    </section>
  );
}

function Total({ name, ms }: { name: string; ms: number }) {
  const t = useT();
  const locale = useLocale();
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 pe-3 text-start font-medium text-text">
        {t("completion.part.total")}
        <span className="font-normal text-muted"> · {name}</span>
      </th>
      <td className="py-1 ps-3 text-end font-medium whitespace-nowrap text-text">{formatSpan(ms, locale)}</td>
      <td>{""}</td>
      <td>{""}</td>
    </tr>
  );
}
