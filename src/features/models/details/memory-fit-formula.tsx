import { attentionLayers } from "#src/core/models/memory-fit-layers.ts";
import type { ModelInfo } from "#src/core/models/show.ts";
import { useT } from "#src/ui/i18n.tsx";

/** How the estimate is made, with this model's own figures. */
export function MemoryFitFormula({ info }: { info: ModelInfo }) {
  const t = useT();
  const found = attentionLayers(info);
  const layers = found.kind === "layers" ? found.layers : [];
  // One line for all layers that are alike.
  const kinds = new Map<string, number>();
  for (const { heads, keyLength, valueLength, window } of layers) {
    const text = `${heads} × (${keyLength} + ${valueLength})${window === undefined ? "" : ` · ${t("details.fit.window", { count: window })}`}`;
    kinds.set(text, (kinds.get(text) ?? 0) + 1);
  }
  return (
    <details className="mt-3 max-w-(--measure-wide)">
      <summary className="facts w-fit">{t("details.fit.how")}</summary>
      <div className="facts mt-2 flex flex-col gap-2">
        <p>{t("details.fit.formula")}</p>
        {kinds.size > 0 ? (
          <ul className="font-mono">
            {[...kinds].map(([text, count]) => (
              <li key={text}>
                {t("details.fit.layers", { count })}: {text}
              </li>
            ))}
          </ul>
        ) : null}
        <p>{t("details.fit.source")}</p>
      </div>
    </details>
  );
}
