import { useMemo, useState } from "react";
import { scaleStart } from "#src/core/playground/similarity.ts";
import { type Comparison, mostCompared, useComparison } from "#src/state/embeddings-similarity.ts";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { HeatLegend } from "./heat-legend.tsx";
import { HeatMap } from "./heat-map.tsx";
import { HeatTable } from "./heat-table.tsx";
import { NearestTexts } from "./nearest-texts.tsx";
import { PairList } from "./pair-list.tsx";

/** With more texts than this the numbers no longer fit into a table. */
const mostInTable = 30;

/** How alike the texts are: all of them with each other, the nearest pairs, and what is nearest to one. */
export function SimilarityView({ texts }: { texts: readonly string[] }) {
  const t = useT();
  const locale = useLocale();
  const comparison = useComparison((state) => state.comparison);
  switch (comparison.status) {
    case "none":
      return texts.length === 1 ? <p className="facts">{t("embeddings.oneText")}</p> : null;
    case "too-many":
      return <p className="facts">{t("embeddings.tooMany", { most: formatWhole(mostCompared, locale) })}</p>;
    case "working":
      return (
        <p className="facts">{t("embeddings.comparing", { percent: Math.floor(comparison.part * 100) })}</p>
      );
    case "ready":
      return <Ready texts={texts} comparison={comparison} />;
  }
}

type ReadyProps = { texts: readonly string[]; comparison: Extract<Comparison, { status: "ready" }> };

function Ready({ texts, comparison: { matrix, pairs } }: ReadyProps) {
  const t = useT();
  const [chosen, setChosen] = useState(0);
  // A result with fewer texts may have come meanwhile.
  const text = Math.min(chosen, texts.length - 1);
  const from = useMemo(() => scaleStart(matrix), [matrix]);
  const Map = matrix.size <= mostInTable ? HeatTable : HeatMap;
  return (
    <>
      <section aria-label={t("embeddings.similarity")} className="flex flex-col gap-3">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
          <div>
            <h3 className="font-medium">{t("embeddings.similarity")}</h3>
            <p className="facts">{t("embeddings.similarityAbout")}</p>
          </div>
          <HeatLegend from={from} />
        </div>
        <Map key={matrix.size} texts={texts} matrix={matrix} from={from} chosen={text} onChoose={setChosen} />
      </section>
      <div className="grid gap-6 xl:grid-cols-2">
        <PairList texts={texts} pairs={pairs} onChoose={setChosen} />
        <NearestTexts texts={texts} matrix={matrix} chosen={text} onChoose={setChosen} />
      </div>
    </>
  );
}
