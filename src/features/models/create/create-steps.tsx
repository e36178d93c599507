import { Check } from "lucide-react";
import type { CreateStep } from "#src/core/models/create-progress.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { type CreateView, isMaking } from "#src/state/creates-view.ts";
import { classes } from "#src/ui/classes.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";

/** What the server said that it does, in its words, each with its figures. */
export function CreateSteps({ view }: { view: CreateView }) {
  const t = useT();
  const locale = useLocale();
  const isRunning = isMaking(view);
  const last = view.steps.at(-1);
  const waiting =
    view.status === "queued" ? t("models.pull.queued", { position: view.position ?? 1 }) : t("create.sent");
  const now = last ? stepText(last, t, locale) : waiting;
  return (
    <div className="mt-2 flex flex-col gap-2">
      {isRunning ? <Bar name={view.name} step={last} text={now} /> : null}
      {last ? null : <p className="facts">{waiting}</p>}
      <ol
        aria-label={t("create.steps", { name: view.name })}
        className="facts flex max-h-64 flex-col gap-0.5 overflow-y-auto empty:hidden"
      >
        {view.steps.map((step, index) => (
          // Steps are only added at the end.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} className="flex items-start gap-2">
            <Check
              aria-hidden
              className={classes("mt-0.5 size-3.5 shrink-0", step === last && "invisible")}
            />
            <span className="min-w-0 wrap-anywhere" dir="ltr">
              {stepText(step, t, locale)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Bar({ name, step, text }: { name: string; step: CreateStep | undefined; text: string }) {
  const t = useT();
  const { completed = 0, total = 0 } = step ?? {};
  const percent = total > 0 ? Math.min(99, Math.floor((completed / total) * 100)) : undefined;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="progressbar"
      aria-label={t("create.makingOne", { name })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
      className="h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        className={classes("h-full rounded-full bg-accent", percent === undefined && "invisible")}
        style={{ inlineSize: `${percent ?? 0}%` }}
      />
    </div>
  );
}

/** The server's words with its digests cut short, and how far it is. */
function stepText({ status, total, completed = 0 }: CreateStep, t: Translate, locale: string): string {
  const words = status.replace(/sha256:([0-9a-f]{12})[0-9a-f]{52}/g, "$1");
  if (total === undefined) return words;
  const bytes = { completed: formatBytes(completed, locale), total: formatBytes(total, locale) };
  return `${words} · ${t("models.pull.bytes", bytes)}`;
}
