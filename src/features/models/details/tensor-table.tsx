import { ArrowDown, ArrowUp } from "lucide-react";
import { useEffect, useRef } from "react";
import type { Tensor } from "#src/core/models/show.ts";
import { tensorBytes, type TensorOrder } from "#src/core/models/show-tensors.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { useWindow } from "./use-window.ts";

const rowHeight = 32;
const boxHeight = 480;

export type TensorTableProps = {
  tensors: readonly Tensor[];
  order: TensorOrder;
  onOrder: (by: TensorOrder["by"]) => void;
};

/** Hundreds of tensors, of which those in sight are drawn. */
export function TensorTable({ tensors, order, onOrder }: TensorTableProps) {
  const t = useT();
  const locale = useLocale();
  const { first, end, before, after, onScroll } = useWindow(tensors.length, rowHeight, boxHeight);
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(tensors);
  useEffect(() => {
    // Another search or order begins at its top.
    if (shown.current !== tensors) box.current?.scrollTo(0, 0);
    shown.current = tensors;
  }, [tensors]);
  return (
    <div
      ref={box}
      role="region"
      aria-label={t("details.tensors")}
      // What scrolls has to be reached by the keyboard.
      tabIndex={0}
      className="mt-2 overflow-auto rounded-panel border border-line"
      style={{ maxHeight: boxHeight }}
      onScroll={onScroll}
    >
      <table className="w-full" aria-rowcount={tensors.length + 1}>
        <thead className="sticky top-0 z-10 bg-surface">
          <tr aria-rowindex={1}>
            <OrderHead by="name" label={t("details.column.name")} order={order} onOrder={onOrder} />
            <OrderHead by="type" label={t("details.column.type")} order={order} onOrder={onOrder} />
            <th scope="col" className="facts px-3 text-start font-medium">
              {t("details.column.shape")}
            </th>
            <OrderHead by="size" label={t("details.column.size")} order={order} onOrder={onOrder} />
          </tr>
        </thead>
        <tbody className="font-mono text-facts tabular-nums" dir="ltr">
          <tr aria-hidden style={{ height: before }} />
          {tensors.slice(first, end).map((tensor, index) => {
            const bytes = tensorBytes(tensor);
            return (
              <tr
                key={tensor.name}
                aria-rowindex={first + index + 2}
                style={{ height: rowHeight }}
                className="border-t border-line whitespace-nowrap"
              >
                <th scope="row" className="px-3 text-start font-normal">
                  {tensor.name}
                </th>
                <td className="px-3">{tensor.type}</td>
                <td className="px-3">{tensor.shape.join(" × ")}</td>
                <td className="px-3 text-end">
                  {bytes === undefined ? t("details.unknownSize") : formatBytes(bytes, locale)}
                </td>
              </tr>
            );
          })}
          <tr aria-hidden style={{ height: after }} />
        </tbody>
      </table>
    </div>
  );
}

type OrderHeadProps = Pick<TensorTableProps, "order" | "onOrder"> & {
  by: TensorOrder["by"];
  label: string;
};

function OrderHead({ by, label, order, onOrder }: OrderHeadProps) {
  const isOrdered = order.by === by;
  return (
    <th
      scope="col"
      aria-sort={isOrdered ? (order.isDescending ? "descending" : "ascending") : undefined}
      className={by === "size" ? "px-1 text-end" : "px-1 text-start"}
    >
      <button
        type="button"
        className="facts inline-flex min-h-8 items-center gap-1 rounded-control px-2 font-medium hover:bg-hover pointer-coarse:min-h-11 [&_svg]:size-3"
        onClick={() => onOrder(by)}
      >
        {label}
        {isOrdered ? order.isDescending ? <ArrowDown aria-hidden /> : <ArrowUp aria-hidden /> : null}
      </button>
    </th>
  );
}
