import { useMemo } from "react";
import { countsOf } from "#src/core/models/library-filter.ts";
import type { Model } from "#src/core/models/model.ts";
import { changeLibraryView, useLibraryView } from "#src/state/library-view.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { SearchField } from "#src/ui/search-field.tsx";
import { capabilityText } from "./capability-text.ts";
import { FilterToggle } from "./filter-toggle.tsx";

export type FilterBarProps = {
  models: readonly Model[];
  /** How many the filters leave. */
  found: number;
  /** How many the user hid. */
  hidden: number;
  inMemory: ReadonlySet<string>;
  search: string;
  onSearch: (search: string) => void;
};

/** What narrows the list, and how many models each choice has. */
export function FilterBar({ models, found, hidden, inMemory, search, onSearch }: FilterBarProps) {
  const t = useT();
  const locale = useLocale();
  const view = useLibraryView();
  const capabilities = useMemo(
    () =>
      withChosen(
        countsOf(models, (model) => model.capabilities ?? []),
        view.capabilities,
      ),
    [models, view.capabilities],
  );
  const loaded = models.filter(({ name }) => inMemory.has(name)).length;
  const isNarrowed = search !== "" || view.family !== "" || view.capabilities.length > 0 || view.onlyInMemory;

  function clear() {
    onSearch("");
    changeLibraryView({ family: "", capabilities: [], onlyInMemory: false });
  }

  function toggle(capability: string) {
    const others = view.capabilities.filter((other) => other !== capability);
    const isOn = others.length < view.capabilities.length;
    changeLibraryView({ capabilities: isOn ? others : [...others, capability] });
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <SearchField label={t("library.filter")} value={search} onChange={onSearch} />
        <div className="-m-1 flex gap-1.5 overflow-x-auto p-1 sm:flex-wrap *:shrink-0">
          <FamilyChoice models={models} />
          {capabilities.map(([capability, count]) => (
            <FilterToggle
              key={capability}
              label={capabilityText(capability, t)}
              count={count}
              isOn={view.capabilities.includes(capability)}
              onToggle={() => toggle(capability)}
            />
          ))}
          {loaded > 0 || view.onlyInMemory ? (
            <FilterToggle
              label={t("models.inMemory")}
              count={loaded}
              isOn={view.onlyInMemory}
              onToggle={() => changeLibraryView({ onlyInMemory: !view.onlyInMemory })}
            />
          ) : null}
          {hidden > 0 ? (
            <FilterToggle
              label={t("library.showHidden")}
              count={hidden}
              isOn={view.showsHidden}
              onToggle={() => changeLibraryView({ showsHidden: !view.showsHidden })}
            />
          ) : null}
        </div>
      </div>
      {isNarrowed ? (
        <div className="flex flex-wrap items-center gap-x-3">
          <output className="facts">
            {t(found > 0 ? "library.found" : "library.nothing", {
              found: found.toLocaleString(locale),
              count: models.length.toLocaleString(locale),
            })}
          </output>
          <Button look="quiet" className="px-2!" onClick={clear}>
            {t("library.clear")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function FamilyChoice({ models }: { models: readonly Model[] }) {
  const t = useT();
  const { family: chosen } = useLibraryView();
  const families = useMemo(
    () =>
      withChosen(
        countsOf(models, ({ family }) => [family]),
        chosen ? [chosen] : [],
      ),
    [models, chosen],
  );
  if (families.length < 2) return null;
  return (
    <select
      aria-label={t("library.family")}
      value={chosen}
      onChange={(event) => changeLibraryView({ family: event.target.value })}
      className="min-h-8 max-w-48 rounded-control border border-line bg-raised px-2 pointer-coarse:min-h-11"
    >
      <option value="">{t("library.allFamilies")}</option>
      {families.map(([family, count]) => (
        <option key={family} value={family}>
          {t("library.counted", { name: family, count })}
        </option>
      ))}
    </select>
  );
}

/** What is chosen stays on offer, though no model has it any more. */
function withChosen(
  counts: ReturnType<typeof countsOf>,
  chosen: readonly string[],
): ReturnType<typeof countsOf> {
  const missing = chosen.filter((value) => counts.every(([known]) => known !== value));
  return [...counts, ...missing.map((value) => [value, 0] as const)];
}
