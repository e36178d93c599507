import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { durationOf } from "#src/core/requests/exchange-timing.ts";
import type { Exchange } from "#src/core/requests/exchange.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { preciseTime, roundScale } from "./request-figures.ts";
import { RequestRow } from "./request-row.tsx";
import "./requests.css";

export type RequestListProps = {
  /** From the newest to the oldest. */
  exchanges: readonly Exchange[];
  openId: number | undefined;
  onOpen: (id: number, how: "key" | "pointer") => void;
  onClose: () => void;
};

/** Rows that the arrow keys go through; Enter opens one. */
export function RequestList({ exchanges, openId, onOpen, onClose }: RequestListProps) {
  const t = useT();
  const locale = useLocale();
  const list = useRef<HTMLDivElement>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const [currentId, setCurrentId] = useState(openId);
  const current = exchanges.some(({ id }) => id === currentId) ? currentId : exchanges[0]?.id;
  const scale = roundScale(Math.max(0, ...exchanges.map((exchange) => durationOf(exchange, 0))));
  const hasSeveral = new Set(exchanges.map(({ server }) => server)).size > 1;

  function go(index: number) {
    const next = exchanges[Math.max(0, Math.min(exchanges.length - 1, index))];
    if (!next) return;
    setCurrentId(next.id);
    list.current?.querySelector<HTMLElement>(`[data-id="${next.id}"]`)?.focus();
  }

  function press(event: KeyboardEvent) {
    const at = exchanges.findIndex(({ id }) => id === current);
    const steps: Partial<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + 10,
      PageUp: at - 10,
      Home: 0,
      End: exchanges.length - 1,
    };
    const target = steps[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (target !== undefined) go(target);
    else if ((event.key === "Enter" || event.key === " ") && current !== undefined) onOpen(current, "key");
    else if (event.key === "Escape" && openId !== undefined) onClose();
    else return;
    event.preventDefault();
  }

  function click(event: MouseEvent) {
    // Where a new request moved the rows in between, the row that was pressed is meant.
    const row = rowOf(event) ?? pressed.current;
    if (!row) return;
    const id = Number(row.dataset["id"]);
    setCurrentId(id);
    onOpen(id, "pointer");
  }

  return (
    <>
      <p className="facts mb-1 px-2.5">
        {t("requests.scale", { time: preciseTime(scale, locale), count: exchanges.length })}
      </p>
      {/* The keys of a listbox are heard where its options are. */}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={list}
        role="listbox"
        aria-label={t("requests.list")}
        onKeyDown={press}
        onPointerDown={(event) => (pressed.current = rowOf(event))}
        onClick={click}
      >
        {exchanges.map((exchange) => (
          <RequestRow
            key={exchange.id}
            exchange={exchange}
            isOpen={exchange.id === openId}
            isCurrent={exchange.id === current}
            server={hasSeveral ? exchange.server.replace(/^https?:\/\//, "") : undefined}
            scale={scale}
          />
        ))}
      </div>
    </>
  );
}

function rowOf({ target }: MouseEvent): HTMLElement | null {
  return (target as Element).closest<HTMLElement>("[data-id]");
}
