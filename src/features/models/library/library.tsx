import { useMemo, useRef, useState } from "react";
import { createModelFilter } from "#src/core/models/library-filter.ts";
import type { Model } from "#src/core/models/model.ts";
import { useGoing } from "#src/features/models/actions/use-going.ts";
import { formatAge } from "#src/features/models/figures.ts";
import { useInMemory } from "#src/features/models/use-models.ts";
import { useLibrarySearch, useLibraryView } from "#src/state/library-view.ts";
import { useSettings } from "#src/state/settings.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { noChoice } from "./choice.ts";
import { ChoiceBar } from "./choice-bar.tsx";
import { DiskUse } from "./disk-use.tsx";
import { FilterBar } from "./filter-bar.tsx";
import { LibraryHead } from "./library-head.tsx";
import { ModelTable } from "./model-table.tsx";
import { useOrder } from "./use-order.ts";
import { useWidth } from "./use-width.ts";
import "./library.css";

export type LibraryProps = { models: readonly Model[]; updatedAt: number; isStale: boolean };

const nothing: ReadonlySet<string> = new Set();

/** From so many on, rows that are far from the screen are not drawn. */
const many = 100;
/** Below this width, in CSS pixels, a table has no room. */
const tableWidth = 760;

/** All models of a server: found, ordered, drawn, and chosen together. */
export function Library({ models, updatedAt, isStale }: LibraryProps) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const view = useLibraryView();
  const hiddenNames = useSettings((state) => state.hiddenModels);
  const running = useInMemory();
  const inMemory = isStale ? nothing : running;
  const { search } = useLibrarySearch();
  const [choice, setChoice] = useState(noChoice);

  const listed = useMemo(
    () => (view.showsHidden ? models : models.filter(({ name }) => !hiddenNames.includes(name))),
    [models, hiddenNames, view.showsHidden],
  );
  const { ordered, usedAt } = useOrder(listed, view);
  const filter = useMemo(() => createModelFilter(listed), [listed]);
  const names = view.onlyInMemory ? inMemory : undefined;
  const found = useMemo(
    () => filter({ search, family: view.family, capabilities: view.capabilities, names }),
    [filter, search, view.family, view.capabilities, names],
  );
  const shown = useMemo(() => ordered.filter(({ name }) => found.has(name)), [ordered, found]);
  const going = useGoing();
  // What the filters leave out is not acted on, though it is chosen again with them gone.
  const chosen = useMemo(
    () => shown.filter(({ name }) => choice.names.has(name) && !going.has(name)),
    [shown, choice, going],
  );

  return (
    <div ref={place} className="flex flex-col gap-4">
      <LibraryHead models={listed} layout={view.layout} hasRoom={width >= tableWidth} />
      {isStale ? <ListAge updatedAt={updatedAt} /> : null}
      <DiskUse models={listed} width={width} isOpen={view.showsDisk} />
      <FilterBar
        models={listed}
        found={found.size}
        hidden={models.filter(({ name }) => hiddenNames.includes(name)).length}
        inMemory={inMemory}
        search={search}
        onSearch={(text) => useLibrarySearch.setState({ search: text })}
      />
      <ModelTable
        layout={width < tableWidth ? "cards" : view.layout}
        models={shown}
        isLong={listed.length > many}
        inMemory={inMemory}
        usedAt={usedAt}
        choice={choice}
        onChoice={setChoice}
      />
      {chosen.length > 0 ? <ChoiceBar models={chosen} onDone={() => setChoice(noChoice)} /> : null}
    </div>
  );
}

function ListAge({ updatedAt }: { updatedAt: number }) {
  const t = useT();
  const locale = useLocale();
  const [openedAt] = useState(() => Date.now());
  const age = formatAge(Math.max(0, openedAt - updatedAt), locale);
  return <p className="rounded-control bg-warn-soft px-3.5 py-2">{t("models.stale", { age })}</p>;
}
