import { Search } from "lucide-react";
import { isFiltered, noFilter, outcomes } from "#src/core/requests/exchange-filter.ts";
import { exchangeKinds } from "#src/core/requests/exchange-kind.ts";
import { changeFilter, useRequestsView } from "#src/state/requests-view.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

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
      <label className="flex min-w-0 flex-1 basis-56 items-center gap-2 rounded-control border border-line bg-page px-2.5 focus-within:border-accent sm:max-w-80">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          type="search"
          aria-label={t("requests.filter")}
          placeholder={t("requests.filter")}
          autoComplete="off"
          spellCheck={false}
          className="min-h-8 min-w-0 flex-1 bg-transparent outline-none placeholder:text-muted pointer-coarse:min-h-11 pointer-coarse:text-reading"
          value={filter.text}
          onChange={(event) => changeFilter({ text: event.target.value })}
        />
      </label>
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
