import { cosineAt, type SimilarityMatrix } from "#src/core/playground/similarity.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { formatCosine, heatStyle, partOf } from "./heat-style.ts";
import { TextButton } from "./text-button.tsx";

export type HeatProps = {
  texts: readonly string[];
  matrix: SimilarityMatrix;
  /** Where the scale of colours begins; it ends at 1. */
  from: number;
  chosen: number;
  onChoose: (index: number) => void;
};

/** The matrix of a few texts: a table whose cells are coloured by their numbers. */
export function HeatTable({ texts, matrix, from, chosen, onChoose }: HeatProps) {
  const t = useT();
  const locale = useLocale();
  const places = texts.map((_, index) => index);
  return (
    <div
      role="region"
      aria-label={t("embeddings.table")}
      // What scrolls has to be reached by the keyboard.
      tabIndex={0}
      className="relative max-h-[70dvh] overflow-auto rounded-panel border border-line"
    >
      <table
        aria-label={t("embeddings.table")}
        className="border-separate border-spacing-0.5 text-facts tabular-nums"
      >
        <thead>
          <tr>
            <td className="sticky start-0 z-10 bg-page">
              <span className="sr-only">{t("embeddings.texts")}</span>
            </td>
            {places.map((place) => (
              <th key={place} scope="col" className="facts min-w-10 px-1 font-normal">
                {place + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((row) => (
            <tr key={row}>
              <th scope="row" className="sticky start-0 z-10 bg-page pe-2 text-start font-normal">
                <TextButton
                  texts={texts}
                  index={row}
                  isChosen={row === chosen}
                  onChoose={onChoose}
                  className="w-24 sm:w-44"
                />
              </th>
              {places.map((column) => {
                const value = cosineAt(matrix, row, column);
                return (
                  <td
                    key={column}
                    className="h-7 rounded-[3px] px-1 text-center"
                    style={Number.isNaN(value) ? undefined : heatStyle(partOf(value, from))}
                  >
                    {formatCosine(value, locale)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
