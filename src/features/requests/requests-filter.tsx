import { isFiltered, noFilter, outcomes } from "#src/core/requests/exchange-filter.ts";
import { exchangeKinds } from "#src/core/requests/exchange-kind.ts";
import { changeFilter, useRequestsView } from "#src/state/requests-view.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { SearchField } from "#src/ui/search-field.tsx";

const boxClass = "min-h-8 rounded-control border border-line bg-raised px-2 pointer-coarse:min-h-11";

/** What narrows the list. */
export function RequestsFilter({ found, count }: { found: number; count: number }) {
  const t = useT();
  const locale = useLocale();
  const filter = useRequestsView((state) => state.filter);
  const chosen = <Value extends string>(values: readonly Value[], value: string) =>
    values.find((candidate) => candidate === value);
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <SearchField
        label={t("requests.filter")}
        value={filter.text}
        onChange={(text) => changeFilter({ text })}
      />
      <select
        aria-label={t("requests.outcome")}
        value={filter.outcome}
        onChange={(event) => changeFilter({ outcome: chosen(outcomes, event.target.value) ?? "any" })}
        className={boxClass}
      >
        {outcomes.map((outcome) => (
          <option key={outcome} value={outcome}>
            {t(`requests.outcome.${outcome}`)}
          </option>
        ))}
      </select>
      <select
        aria-label={t("requests.kind")}
        value={filter.kind}
        onChange={(event) => changeFilter({ kind: chosen(exchangeKinds, event.target.value) ?? "any" })}
        className={boxClass}
      >
        <option value="any">{t("requests.kind.any")}</option>
        {exchangeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`requests.kind.${kind}`)}
          </option>
        ))}
      </select>
      {isFiltered(filter) ? (
        <>
          <output className="facts">
            {t("requests.found", {
              found: found.toLocaleString(locale),
              count: count.toLocaleString(locale),
            })}
          </output>
          <Button look="quiet" className="px-2!" onClick={() => changeFilter(noFilter)}>
            {t("requests.clearFilter")}
          </Button>
        </>
      ) : null}
    </div>
  );
}
