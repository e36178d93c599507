import { useMemo, useState } from "react";
import { useSettings } from "#src/state/settings.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { offeredModels } from "./find-models.ts";
import { ModelList, type ModelListProps } from "./model-list.tsx";

/** Of all models those that can chat, without the hidden ones until they are asked for. */
export function Offered({ models, ...props }: ModelListProps) {
  const t = useT();
  const pinned = useSettings((state) => state.pinnedModels);
  const hiddenNames = useSettings((state) => state.hiddenModels);
  const [showsHidden, setShowsHidden] = useState(false);
  const able = useMemo(() => offeredModels(models, pinned), [models, pinned]);
  const offered = useMemo(
    () => (showsHidden ? able : able.filter(({ name }) => !hiddenNames.includes(name))),
    [able, hiddenNames, showsHidden],
  );
  const hidden = able.length - offered.length;
  if (able.length === 0 && !props.aside) return <p className="px-3.5 py-3 text-muted">{t("models.none")}</p>;
  return (
    <>
      {offered.length > 0 || props.aside ? <ModelList models={offered} {...props} /> : null}
      {hidden > 0 ? <HiddenNote count={hidden} onShow={() => setShowsHidden(true)} /> : null}
    </>
  );
}

function HiddenNote({ count, onShow }: { count: number; onShow: () => void }) {
  const t = useT();
  return (
    <div className="facts flex items-center gap-2 border-t border-line ps-3.5 pe-1">
      <p className="min-w-0 flex-1">{t("library.hiddenCount", { count })}</p>
      <Button look="quiet" className="px-2!" onClick={onShow}>
        {t("library.showThem")}
      </Button>
    </div>
  );
}

/** Still rows in the size of the real ones. */
export function ListOutline() {
  return (
    <div aria-hidden className="reveal-late flex flex-col gap-1 p-2">
      {["w-40", "w-52", "w-32"].map((width) => (
        <div key={width} className="flex flex-col gap-1.5 px-2 py-2">
          <div className={`h-3.5 rounded-control bg-hover ${width}`} />
          <div className="h-3 w-28 rounded-control bg-hover" />
        </div>
      ))}
    </div>
  );
}
