import { formatBytes } from "#src/core/models/size.ts";
import type { RunningModel } from "#src/core/models/model.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** How a model's memory is shared between GPUs and the system, as a bar and in words. */
export function MemoryBar({ model }: { model: RunningModel }) {
  const t = useT();
  const locale = useLocale();
  const { size } = model;
  const gpu = Math.min(model.sizeVram, size);
  const share = size === 0 ? 0 : gpu / size;
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  const text =
    gpu === 0
      ? t("running.noGpu")
      : gpu === size
        ? t("running.allGpu")
        : `${t("running.gpu", { share: percent.format(share), size: formatBytes(gpu, locale) })} · ${t("running.system", { size: formatBytes(size - gpu, locale) })}`;
  return (
    <div>
      <div aria-hidden className="flex h-2 overflow-hidden rounded-full bg-line">
        <div className="bg-accent" style={{ inlineSize: `${share * 100}%` }} />
        <div className="flex-1 bg-muted" />
      </div>
      <p className="facts mt-1">{text}</p>
    </div>
  );
}
