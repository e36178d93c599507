import type { ReactNode } from "react";
import { isRemote } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import type { ModelShow } from "#src/core/models/show.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import type { BaseView } from "./use-base.ts";

/** What the base has now: everything that is not set stays so. */
export function BaseCard({ base, isFiles }: { base: BaseView; isFiles: boolean }) {
  const t = useT();
  const locale = useLocale();
  const { model, show } = base;
  return (
    <aside
      aria-label={t("create.baseNow")}
      className="min-w-0 self-start rounded-panel bg-surface p-4 lg:sticky lg:top-0"
    >
      <h3 className="font-medium">{t("create.baseNow")}</h3>
      {isFiles ? (
        <p className="mt-1 text-muted">{t("create.baseFiles")}</p>
      ) : model ? (
        <>
          <a
            href={`#/models/${encodeURIComponent(model.name)}`}
            className="mt-1 block font-medium wrap-anywhere text-accent"
            dir="ltr"
          >
            {model.name}
          </a>
          <p className="facts">
            {[formatBytes(model.size, locale), model.parameterSize, model.quantization]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {isRemote(model) ? <p className="facts text-warn">{t("models.leaves")}</p> : null}
          {show ? <Contents show={show} /> : null}
          {base.isUnreadable ? <p className="mt-2 text-muted">{t("create.baseUnreadable")}</p> : null}
        </>
      ) : (
        <p className="mt-1 wrap-anywhere text-muted">
          {t(base.isToBePulled ? "create.basePulled" : "create.baseNone", { name: base.name })}
        </p>
      )}
    </aside>
  );
}

function Contents({ show }: { show: ModelShow }) {
  const t = useT();
  const parameters = [...show.parameters].map(
    ([name, values]) => `${name} ${values.map((value) => JSON.stringify(value)).join(", ")}`,
  );
  const messages = show.messages.map(({ role, content }) => `${role}: ${content}`);
  return (
    <div className="mt-3 flex flex-col gap-3">
      <Part title={t("create.system")} text={show.system} />
      <Part title={t("create.parameters")} text={parameters.join("\n")} isCode />
      <Part title={t("create.messages")} text={messages.join("\n")} />
      <Part title={t("create.template")} text={show.template} isCode />
      <Part title={t("create.licenses")} text={show.license} />
    </div>
  );
}

/** So much of a part is shown; all of it is on the model's own page. */
const most = 1500;

function Part({ title, text, isCode = false }: { title: ReactNode; text: string; isCode?: boolean }) {
  const t = useT();
  return (
    <div>
      <p className="facts font-medium">{title}</p>
      {text === "" ? (
        <p className="facts">{t("create.nothing")}</p>
      ) : (
        <pre
          dir="auto"
          // A long one scrolls, which the keyboard has to reach.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          className={`max-h-32 overflow-auto text-facts whitespace-pre-wrap wrap-anywhere ${isCode ? "font-mono" : "font-sans"}`}
        >
          {text.length > most ? `${text.slice(0, most)}…` : text}
        </pre>
      )}
    </div>
  );
}
