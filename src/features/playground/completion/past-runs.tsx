import { perSecond } from "#src/core/playground/timings.ts";
import type { CompletionView } from "#src/state/completion-view.ts";
import { showCompletion, useCompletions } from "#src/state/completions.ts";
import { formatSpeed, formatWhole } from "#src/ui/figures.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { formatSpan } from "./format-span.ts";

/** The runs before, to compare. */
export function PastRuns() {
  const t = useT();
  const past = useCompletions((state) => state.past);
  if (past.length === 0) return null;
  const heading = "px-1.5 py-1 text-start font-medium whitespace-nowrap";
  return (
    <section aria-label={t("completion.past")}>
      <h3 className="mb-2 font-semibold">{t("completion.past")}</h3>
      <div
        role="group"
        aria-label={t("completion.past")}
        // What scrolls has to be reachable with the keyboard.
        tabIndex={0}
        className="overflow-x-auto rounded-panel border border-line"
      >
        <table className="facts w-full">
          <thead>
            <tr>
              {(["at", "model", "prompt"] as const).map((name) => (
                <th key={name} scope="col" className={heading}>
                  {t(`completion.${name}`)}
                </th>
              ))}
              {(["load", "first", "tokens", "speed"] as const).map((name) => (
                <th key={name} scope="col" className={`${heading} text-end`}>
                  {t(`completion.${name}`)}
                </th>
              ))}
              <th scope="col" className={heading}>
                {t("completion.ended")}
              </th>
            </tr>
          </thead>
          <tbody>
            {past.map((view) => (
              <PastRun key={view.id} view={view} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function PastRun({ view }: { view: CompletionView }) {
  const t = useT();
  const locale = useLocale();
  const isShown = useCompletions(({ shown }) => shown?.id === view.id);
  const time = new Date(view.startedAt).toLocaleTimeString(locale);
  const timings = view.end?.timings;
  const speed = timings && perSecond(timings.tokens, timings.generationMs);
  const cell = "px-1.5 py-1 whitespace-nowrap";
  const figure = `${cell} text-end`;
  return (
    <tr className="border-t border-line">
      <td className={cell}>
        <button
          type="button"
          aria-label={t("completion.show", { time })}
          aria-pressed={isShown}
          onClick={() => showCompletion(view.id)}
          className="rounded-control text-accent underline-offset-4 hover:underline aria-pressed:font-medium aria-pressed:text-text pointer-coarse:min-h-11"
        >
          {time}
        </button>
      </td>
      <td className={`${cell} max-w-24 truncate`} dir="ltr" title={view.model}>
        {view.model}
      </td>
      <td className={`${cell} max-w-24 truncate`} dir="auto">
        {promptStart(view) || t("completion.noPrompt")}
      </td>
      <td className={figure}>{timings && timings.loadMs > 0 ? formatSpan(timings.loadMs, locale) : ""}</td>
      <td className={figure}>
        {view.measured.firstMs === undefined ? "" : formatSpan(view.measured.firstMs, locale)}
      </td>
      <td className={figure}>{timings && timings.tokens > 0 ? formatWhole(timings.tokens, locale) : ""}</td>
      <td className={figure}>{speed === undefined ? "" : formatSpeed(speed, locale)}</td>
      <td className={cell}>{endText(view, t)}</td>
    </tr>
  );
}

function promptStart({ body }: CompletionView): string {
  const prompt = typeof body["prompt"] === "string" ? body["prompt"] : "";
  return prompt.slice(0, 80).replaceAll(/\s+/g, " ").trim();
}

function endText({ status, end }: CompletionView, t: Translate): string {
  if (status === "stopped" || status === "interrupted" || status === "failed")
    return t(`completion.endedAs.${status}`);
  return t(end?.reason === "length" ? "completion.endedAs.length" : "completion.endedAs.done");
}
