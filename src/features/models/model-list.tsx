import { Search } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  useDeferredValue,
  useEffect,
  useId,
  useMemo,
  useState,
} from "react";
import type { Model } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { useT } from "#src/ui/i18n.tsx";
import { isComposing } from "#src/ui/is-composing.ts";
import { findModels } from "./find-models.ts";
import type { ModelMarks } from "./merge-models.ts";
import { ModelOption } from "./model-option.tsx";

export type ModelListProps = {
  /** Those on offer. */
  models: readonly Model[];
  value: string;
  inMemory: ReadonlySet<string>;
  /** The servers of each model, by its name, where there are several. */
  marks?: ReadonlyMap<string, ModelMarks>;
  /** What stands below the search box. */
  aside?: ReactNode;
  onChoose: (name: string) => void;
  onPull: (name: string) => void;
};

/** As many as fit are drawn at once, the rest when there is time. */
const atOnce = 24;

/** A search box that drives a list: the box keeps the focus, arrows move through what it finds, Enter takes one. */
export function ModelList({ models, value, inMemory, marks, aside, onChoose, onPull }: ModelListProps) {
  const t = useT();
  const id = useId();
  const [search, setSearch] = useState("");
  const [activeName, setActiveName] = useState(value);
  const found = useMemo(() => findModels(models, search), [models, search]);
  const shown = useDeferredValue(found, found.slice(0, atOnce));
  const active = Math.max(
    0,
    found.findIndex((model) => sameModel(model.name, activeName)),
  );
  const optionId = (name: string) => `${id}-${name}`;
  const activeId = found[active] && optionId(found[active].name);

  const isDrawn = shown.some(({ name }) => name === found[active]?.name);

  useEffect(() => {
    if (activeId && isDrawn) document.getElementById(activeId)?.scrollIntoView({ block: "nearest" });
  }, [activeId, isDrawn]);

  function onKeyDown(event: KeyboardEvent) {
    if (isComposing(event.nativeEvent)) return;
    const to = targetOf(event, active, found.length - 1);
    if (to !== undefined) {
      event.preventDefault();
      setActiveName(found[Math.min(found.length - 1, Math.max(0, to))]?.name ?? "");
    }
    if (event.key === "Enter") {
      event.preventDefault();
      if (found[active]) onChoose(found[active].name);
    }
  }

  return (
    <>
      <label className="flex items-center gap-2 border-b border-line px-3.5">
        <Search aria-hidden className="size-4 shrink-0 text-muted" />
        <input
          type="search"
          aria-label={t("models.search")}
          placeholder={t("models.search")}
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          className="min-h-10 min-w-0 flex-1 bg-transparent outline-none placeholder:text-muted pointer-coarse:min-h-11 pointer-coarse:text-reading"
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setActiveName("");
          }}
          onKeyDown={onKeyDown}
        />
      </label>
      {aside}
      <div
        id={`${id}-list`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="listbox"
        aria-label={t("models.models")}
        tabIndex={-1}
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1 empty:hidden"
      >
        {shown.map((model) => (
          <ModelOption
            key={model.name}
            id={optionId(model.name)}
            model={model}
            isSelected={sameModel(model.name, value)}
            isActive={optionId(model.name) === activeId}
            isInMemory={inMemory.has(model.name)}
            marks={marks?.get(model.name)}
            onChoose={onChoose}
          />
        ))}
      </div>
      {found.length === 0 ? <NothingFound search={search} onPull={onPull} /> : null}
    </>
  );
}

/** Where a key leads, as an index that may lie outside; Home and End belong to the text while there is one. */
function targetOf(event: KeyboardEvent, active: number, last: number): number | undefined {
  const hasText = (event.target as HTMLInputElement).value !== "";
  if (event.key === "ArrowDown") return active === last ? 0 : active + 1;
  if (event.key === "ArrowUp") return active === 0 ? last : active - 1;
  if (event.key === "PageDown") return active + 8;
  if (event.key === "PageUp") return active - 8;
  if (event.key === "Home" && (!hasText || event.ctrlKey)) return 0;
  if (event.key === "End" && (!hasText || event.ctrlKey)) return last;
  return undefined;
}

function NothingFound({ search, onPull }: { search: string; onPull: (name: string) => void }) {
  const t = useT();
  return (
    <div className="px-3.5 py-3">
      <p className="text-muted">{t("models.nothingFound", { search })}</p>
      <button
        type="button"
        className="mt-1 font-medium text-accent wrap-anywhere"
        onClick={() => onPull(search)}
      >
        {t("models.pullNamed", { name: search })}
      </button>
    </div>
  );
}
