import { useMemo, useState } from "react";
import type { Tensor } from "#src/core/models/show.ts";
import { findTensors, tensorBytes, tensorElements, type TensorOrder } from "#src/core/models/show-tensors.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { asCode, Field } from "#src/ui/field.tsx";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { TensorTable } from "./tensor-table.tsx";

/** All tensors of a model: searched, put in order, summed up. */
export function TensorsPanel({ tensors }: { tensors: readonly Tensor[] }) {
  const t = useT();
  const locale = useLocale();
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<TensorOrder>({ by: "name", isDescending: false });
  const found = useMemo(() => findTensors(tensors, search, order), [tensors, search, order]);
  const elements = found.reduce((sum, tensor) => sum + tensorElements(tensor), 0);
  const bytes = found.reduce((sum, tensor) => sum + (tensorBytes(tensor) ?? Number.NaN), 0);
  return (
    <div>
      <Field
        className="max-w-sm"
        type="search"
        label={t("details.searchTensors")}
        placeholder="attn_k"
        {...asCode}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <p className="facts mt-2" role="status">
        {[
          t("details.tensorCount", {
            count: found.length,
            shown: formatWhole(found.length, locale),
            all: formatWhole(tensors.length, locale),
          }),
          t("details.elementCount", { shown: formatWhole(elements, locale) }),
          Number.isNaN(bytes) ? "" : `≈ ${formatBytes(bytes, locale)}`,
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {found.length > 0 ? (
        <TensorTable
          tensors={found}
          order={order}
          onOrder={(by) =>
            setOrder((before) => ({
              by,
              isDescending: before.by === by ? !before.isDescending : by === "size",
            }))
          }
        />
      ) : null}
    </div>
  );
}
