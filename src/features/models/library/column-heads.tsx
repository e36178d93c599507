import { ArrowDown, ArrowUp } from "lucide-react";
import { type SortKey, sortKeys } from "#src/core/models/library-order.ts";
import { changeLibraryView, useLibraryView } from "#src/state/library-view.ts";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";

export const columnTexts = {
  name: "library.name",
  family: "library.family",
  parameters: "library.parameters",
  size: "library.size",
  modified: "library.modified",
  used: "library.used",
} as const satisfies Record<SortKey, MessageKey>;

export type ColumnHeadsProps = {
  areAllChosen: boolean;
  areSomeChosen: boolean;
  onChooseAll: () => void;
};

/** The heads of the columns: each sorts by its own, a second press the other way. */
export function ColumnHeads({ areAllChosen, areSomeChosen, onChooseAll }: ColumnHeadsProps) {
  const t = useT();
  const { sort, isDescending } = useLibraryView();

  function sortBy(key: SortKey) {
    // Words begin with A, figures and days with the largest.
    const isFirst = key !== "name" && key !== "family";
    changeLibraryView({ sort: key, isDescending: key === sort ? !isDescending : isFirst });
  }

  return (
    <div role="rowgroup" className="library-heads">
      <div role="row" className="library-row">
        <div role="columnheader">
          <label className="library-check">
            <input
              type="checkbox"
              aria-label={t("library.selectAll")}
              checked={areAllChosen}
              ref={(box) => {
                if (box) box.indeterminate = areSomeChosen && !areAllChosen;
              }}
              onChange={onChooseAll}
            />
          </label>
        </div>
        {sortKeys.map((key) => (
          <div
            key={key}
            role="columnheader"
            aria-sort={key === sort ? (isDescending ? "descending" : "ascending") : "none"}
          >
            <button
              type="button"
              onClick={() => sortBy(key)}
              className="inline-flex min-h-8 items-center gap-1 text-muted hover:text-text pointer-coarse:min-h-11"
            >
              {t(columnTexts[key])}
              {key === sort ? (
                isDescending ? (
                  <ArrowDown aria-hidden className="size-3.5" />
                ) : (
                  <ArrowUp aria-hidden className="size-3.5" />
                )
              ) : null}
            </button>
          </div>
        ))}
        <div role="columnheader">
          <span className="sr-only">{t("library.options")}</span>
        </div>
      </div>
    </div>
  );
}
