import type { CacheType } from "#src/core/models/memory-fit.ts";
import { formatWhole } from "#src/ui/figures.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { SelectField } from "#src/ui/select-field.tsx";
import { longestContext } from "./memory-fit-context.ts";
import { NumberBox } from "./number-box.tsx";

export type MemoryFitFormProps = {
  /** Trained context, in tokens. */
  most: number | undefined;
  context: number;
  cacheType: CacheType;
  parallel: number;
  /** What the user said that there is, in bytes. */
  memory: number | undefined;
  onContext: (context: number) => void;
  onRest: (rest: { cacheType: CacheType; parallel: number }) => void;
  onMemory: (bytes: number | undefined) => void;
};

const cacheTypes = ["f16", "q8_0", "q4_0"] as const satisfies readonly CacheType[];
/** As `formatBytes` counts. */
const gigabyte = 1e9;

/** What the estimate is asked for. */
export function MemoryFitForm(props: MemoryFitFormProps) {
  const { context, cacheType, parallel, memory, onContext, onRest, onMemory } = props;
  const t = useT();
  const locale = useLocale();
  const most = longestContext(props.most);
  return (
    <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <div>
        <NumberBox
          label={t("details.fit.context")}
          value={context}
          range={{ least: 1, most }}
          hint={props.most === undefined ? undefined : t("details.fit.trained", { count: most })}
          onChange={(value) => value !== undefined && onContext(value)}
        />
        <input
          type="range"
          aria-label={t("details.fit.slider")}
          aria-valuetext={t("details.tokens", { count: context, shown: formatWhole(context, locale) })}
          className="mt-1 w-full accent-accent pointer-coarse:min-h-11"
          min={Math.min(256, most)}
          max={most}
          step={Math.min(256, most)}
          value={context}
          onChange={(event) => onContext(event.target.valueAsNumber)}
        />
      </div>
      <SelectField
        label={t("details.fit.cacheType")}
        hint="OLLAMA_KV_CACHE_TYPE"
        value={cacheType}
        options={cacheTypes.map((value) => ({ value, label: value }))}
        onChange={(value) => onRest({ cacheType: value, parallel })}
      />
      <NumberBox
        label={t("details.fit.parallel")}
        value={parallel}
        range={{ least: 1, most: 64 }}
        hint="OLLAMA_NUM_PARALLEL"
        onChange={(value) => value !== undefined && onRest({ cacheType, parallel: value })}
      />
      <NumberBox
        label={t("details.fit.memory")}
        value={memory === undefined ? undefined : memory / gigabyte}
        range={{ least: 0.1, most: 100_000 }}
        isOptional
        isFraction
        hint={t("details.fit.memoryHint")}
        onChange={(value) => onMemory(value === undefined ? undefined : value * gigabyte)}
      />
    </div>
  );
}
