import { Fragment, type ReactNode } from "react";
import { architectureNumber } from "#src/core/models/model-info.ts";
import type { Model, RunningModel } from "#src/core/models/model.ts";
import type { ModelShow } from "#src/core/models/show.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { capabilityText } from "#src/features/models/library/capability-text.ts";
import { formatDay } from "#src/features/models/library/format-day.ts";
import { formatWhole } from "#src/ui/figures.ts";
import { type Translate, useLocale, useT } from "#src/ui/i18n.tsx";
import { CopyButton } from "./copy-button.tsx";

export type ModelFactsProps = {
  name: string;
  listed: Model | undefined;
  show: ModelShow | undefined;
  loaded: RunningModel | undefined;
  isAway: boolean;
};

/** What is known of a model, as a table of facts; what is unknown is not shown. */
export function ModelFacts(props: ModelFactsProps) {
  const t = useT();
  const locale = useLocale();
  const { listed, show } = props;
  const capabilities = show?.capabilities ?? listed?.capabilities ?? [];
  return (
    <>
      {capabilities.length > 0 ? (
        <ul aria-label={t("details.capabilities")} className="mt-3 flex flex-wrap gap-1.5">
          {capabilities.map((capability) => (
            <li key={capability} className="facts rounded-full bg-surface px-2.5 py-1 text-text">
              {capabilityText(capability, t)}
            </li>
          ))}
        </ul>
      ) : null}
      <dl className="mt-4 grid grid-cols-1 border-t border-line sm:grid-cols-2 sm:gap-x-8 lg:grid-cols-3">
        {facts(props, t, locale).map(([label, value]) => (
          <div key={label} className="flex min-w-0 items-baseline gap-3 border-b border-line py-2">
            <dt className="facts w-32 shrink-0">{label}</dt>
            <dd className="min-w-0 flex-1 wrap-anywhere tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

type Fact = readonly [label: string, value: ReactNode];

function facts(
  { listed, show, loaded, isAway }: ModelFactsProps,
  t: Translate,
  locale: string,
): readonly Fact[] {
  const tokens = (count: number) => t("details.tokens", { count, shown: formatWhole(count, locale) });
  const trained = show?.contextLength ?? listed?.contextLength;
  const embedding = show && architectureNumber(show.info, "embedding_length");
  const parameters = show?.info["general.parameter_count"];
  const modifiedAt = show?.modifiedAt || listed?.modifiedAt;
  const families = show?.families.length ? show.families.join(", ") : (show?.family ?? listed?.family);
  const all: readonly (Fact | false | undefined)[] = [
    families ? [t("details.family"), families] : undefined,
    [
      t("details.parameterCount"),
      [
        show?.parameterSize || listed?.parameterSize,
        typeof parameters === "number" ? `(${formatWhole(parameters, locale)})` : "",
      ]
        .filter(Boolean)
        .join(" "),
    ],
    [t("details.quantisation"), show?.quantization || listed?.quantization],
    [t("details.format"), show?.format],
    !isAway && listed ? [t("details.size"), formatBytes(listed.size, locale)] : undefined,
    trained ? [t("details.trained"), tokens(trained)] : undefined,
    loaded?.contextLength ? [t("details.allocated"), tokens(loaded.contextLength)] : undefined,
    loaded ? [t("details.inMemory"), memoryText(loaded, t, locale)] : undefined,
    embedding ? [t("details.embedding"), formatWhole(embedding, locale)] : undefined,
    show?.remoteHost || listed?.remoteHost
      ? [
          t("details.host"),
          <bdi key="host">{(show?.remoteHost ?? listed?.remoteHost ?? "").replace(/^https?:\/\//, "")}</bdi>,
        ]
      : undefined,
    [t("details.remoteModel"), show?.remoteModel],
    show?.parentModel ? [t("details.parent"), <ModelLink key="parent" name={show.parentModel} />] : undefined,
    [t("details.requires"), show?.requires],
    modifiedAt ? [t("details.modified"), <Day key="day" time={modifiedAt} />] : undefined,
    listed?.digest ? [t("details.digest"), <Digest key="digest" digest={listed.digest} />] : undefined,
  ];
  return all.flatMap((fact) => (fact && fact[1] ? [fact] : []));
}

function memoryText({ size, sizeVram }: RunningModel, t: Translate, locale: string): string {
  const shown = formatBytes(size, locale);
  if (sizeVram === 0) return t("details.onProcessor", { size: shown });
  if (sizeVram >= size) return t("details.onGpu", { size: shown });
  return t("details.onBoth", { size: shown, gpu: formatBytes(sizeVram, locale) });
}

function Day({ time }: { time: number }) {
  const locale = useLocale();
  const whole = new Intl.DateTimeFormat(locale, { dateStyle: "full", timeStyle: "medium" });
  return (
    <time dateTime={new Date(time).toISOString()} title={whole.format(time)}>
      {formatDay(time, locale)}
    </time>
  );
}

function ModelLink({ name }: { name: string }) {
  return (
    <a href={`#/models/${encodeURIComponent(name)}`} className="font-medium text-accent" dir="ltr">
      {name}
    </a>
  );
}

function Digest({ digest }: { digest: string }) {
  const t = useT();
  return (
    <Fragment>
      <code className="font-mono" title={digest}>
        {digest.slice(0, 12)}
      </code>
      <CopyButton label={t("details.copyDigest")} text={digest} className="-my-2 ms-1 align-middle" />
    </Fragment>
  );
}
