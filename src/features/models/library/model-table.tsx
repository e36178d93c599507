import {
  type ChangeEvent,
  type Dispatch,
  type KeyboardEvent,
  type SetStateAction,
  memo,
  useCallback,
  useRef,
  useState,
} from "react";
import type { Model } from "#src/core/models/model.ts";
import { useSettings } from "#src/state/settings.ts";
import { useT } from "#src/ui/i18n.tsx";
import { type Choice, choose, chooseAll, noChoice } from "./choice.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { ModelRow } from "./model-row.tsx";
import { useGradual } from "./use-gradual.ts";
import { useShownRows } from "./use-shown-rows.ts";

export type ModelTableProps = {
  layout: "table" | "cards";
  /** All of the list, in order. */
  models: readonly Model[];
  /** Those that are shown. */
  found: ReadonlySet<string>;
  inMemory: ReadonlySet<string>;
  usedAt: (name: string) => number | undefined;
  choice: Choice;
  onChoice: Dispatch<SetStateAction<Choice>>;
};

/**
 * The models, a row each. A filter hides rows and takes none away, so that a key costs no more than the rows it changes; cards
 * are the same rows, laid out otherwise.
 */
export const ModelTable = memo(function ModelTable(props: ModelTableProps) {
  const { layout, models, found, inMemory, usedAt, choice, onChoice } = props;
  const t = useT();
  const rows = useRef<HTMLDivElement>(null);
  const [now] = useState(() => Date.now());
  const pinned = useSettings((state) => state.pinnedModels);
  const hidden = useSettings((state) => state.hiddenModels);
  const drawn = useGradual(models);

  useShownRows(rows, drawn, found);

  const onToggle = useCallback(
    ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
      const isRange = (nativeEvent as MouseEvent).shiftKey;
      const order = boxesIn(rows.current).map(({ value }) => value);
      onChoice((before) => choose(before, currentTarget.value, order, isRange));
    },
    [onChoice],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && choice.names.size > 0) onChoice(noChoice);
    const boxes = boxesIn(rows.current);
    const at = boxes.findIndex((box) => box === event.target);
    const to = at < 0 ? undefined : targetOf(event.key, at, boxes.length - 1);
    const box = to === undefined ? undefined : boxes[to];
    if (!box) return;
    event.preventDefault();
    box.focus();
    if (event.shiftKey)
      onChoice(({ names }) => ({
        names: new Set([...names, ...[boxes[at], box].map((one) => one?.value ?? "")]),
        last: box.value,
      }));
  }

  const shown = models.filter(({ name }) => found.has(name));
  const chosen = shown.filter(({ name }) => choice.names.has(name)).length;
  return (
    // Keys of the checkboxes in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="table"
      aria-label={t("library.models")}
      data-layout={layout}
      className="library-table"
      onKeyDown={onKeyDown}
    >
      <ColumnHeads
        areAllChosen={chosen > 0 && chosen === shown.length}
        areSomeChosen={chosen > 0}
        onChooseAll={() =>
          onChoice((before) =>
            chooseAll(
              before,
              shown.map(({ name }) => name),
            ),
          )
        }
      />
      <div ref={rows} role="rowgroup" className="library-rows">
        {drawn.map((model) => (
          <ModelRow
            key={model.name}
            model={model}
            now={now}
            usedAt={usedAt(model.name)}
            isChosen={choice.names.has(model.name)}
            isPinned={pinned.includes(model.name)}
            isHidden={hidden.includes(model.name)}
            isInMemory={inMemory.has(model.name)}
            onToggle={onToggle}
          />
        ))}
      </div>
    </div>
  );
});

function boxesIn(rows: HTMLElement | null): readonly HTMLInputElement[] {
  return [
    ...(rows?.querySelectorAll<HTMLInputElement>("[role=row]:not([hidden]) input[type=checkbox]") ?? []),
  ];
}

function targetOf(key: string, at: number, last: number): number | undefined {
  if (key === "ArrowDown") return Math.min(last, at + 1);
  if (key === "ArrowUp") return Math.max(0, at - 1);
  if (key === "Home") return 0;
  return key === "End" ? last : undefined;
}
