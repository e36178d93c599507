import {
  type ChangeEvent,
  type Dispatch,
  Fragment,
  type KeyboardEvent,
  type SetStateAction,
  memo,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import type { Model } from "#src/core/models/model.ts";
import { useGoing } from "#src/features/models/actions/use-going.ts";
import { useSettings } from "#src/state/settings.ts";
import { useT } from "#src/ui/i18n.tsx";
import { type Choice, choose, chooseAll, noChoice } from "./choice.ts";
import { ColumnHeads } from "./column-heads.tsx";
import { ModelRow } from "./model-row.tsx";
import { useRowWindow } from "./use-row-window.ts";

export type ModelTableProps = {
  layout: "table" | "cards";
  /** Those that are shown, in order. */
  models: readonly Model[];
  /** Whether rows far from the screen are left out of the page. */
  isLong: boolean;
  inMemory: ReadonlySet<string>;
  usedAt: (name: string) => number | undefined;
  choice: Choice;
  onChoice: Dispatch<SetStateAction<Choice>>;
};

/** The models, a row each; cards are the same rows, laid out otherwise. */
export const ModelTable = memo(function ModelTable(props: ModelTableProps) {
  const { layout, models, isLong, inMemory, usedAt, choice, onChoice } = props;
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [now] = useState(() => Date.now());
  // The row that was last worked in stays, however far away: the keyboard goes on from there.
  const [kept, setKept] = useState<string>();
  const pinned = useSettings((state) => state.pinnedModels);
  const hidden = useSettings((state) => state.hiddenModels);
  const going = useGoing();
  const names = useMemo(() => models.map(({ name }) => name), [models]);
  const { rows, after } = useRowWindow(box, names, { isOn: isLong, kept, layout });

  /** Those that can be chosen, from top to bottom, on screen or not. */
  const order = useMemo(() => names.filter((name) => !going.has(name)), [names, going]);

  const onToggle = useCallback(
    ({ currentTarget, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
      const isRange = (nativeEvent as MouseEvent).shiftKey;
      onChoice((before) => choose(before, currentTarget.value, order, isRange));
    },
    [onChoice, order],
  );

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && choice.names.size > 0) onChoice(noChoice);
    const at = order.findIndex((name) => event.target === checkbox(name));
    const to = at < 0 ? undefined : targetOf(event.key, at, order.length - 1);
    const [from, name] = [order[at], to === undefined ? undefined : order[to]];
    if (from === undefined || name === undefined) return;
    event.preventDefault();
    // It may have to be drawn first.
    flushSync(() => setKept(name));
    checkbox(name)?.focus();
    if (event.shiftKey) onChoice((before) => ({ names: new Set([...before.names, from, name]), last: name }));
  }

  function checkbox(name: string): HTMLElement | null {
    return box.current?.querySelector<HTMLElement>(`input[value="${CSS.escape(name)}"]`) ?? null;
  }

  const chosen = order.filter((name) => choice.names.has(name)).length;
  return (
    // Keys of the checkboxes in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="table"
      aria-label={t("library.models")}
      aria-rowcount={names.length + 1}
      data-layout={layout}
      className="library-table"
      onKeyDown={onKeyDown}
    >
      <ColumnHeads
        areAllChosen={chosen > 0 && chosen === order.length}
        areSomeChosen={chosen > 0}
        onChooseAll={() => onChoice((before) => chooseAll(before, order))}
      />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={box}
        role="rowgroup"
        className="library-rows"
        onFocus={({ target }) => {
          const row = box.current?.contains(target) ? target.closest('[role="row"]') : null;
          if (row) setKept(row.getAttribute("aria-label") ?? undefined);
        }}
      >
        {rows.map(({ index, before }) => {
          const model = models[index];
          if (!model) return null;
          const { name } = model;
          return (
            <Fragment key={name}>
              {before > 0 ? <Room height={before} /> : null}
              <ModelRow
                model={model}
                place={index + 2}
                now={now}
                usedAt={usedAt(name)}
                isChosen={choice.names.has(name)}
                isPinned={pinned.includes(name)}
                isHidden={hidden.includes(name)}
                isInMemory={inMemory.has(name)}
                going={going.get(name)}
                onToggle={onToggle}
              />
            </Fragment>
          );
        })}
        {after > 0 ? <Room height={after} /> : null}
      </div>
    </div>
  );
});

/** In place of the rows that are not drawn. */
function Room({ height }: { height: number }) {
  return <div aria-hidden className="library-room" style={{ height }} />;
}

function targetOf(key: string, at: number, last: number): number | undefined {
  if (key === "ArrowDown") return Math.min(last, at + 1);
  if (key === "ArrowUp") return Math.max(0, at - 1);
  if (key === "Home") return 0;
  return key === "End" ? last : undefined;
}
