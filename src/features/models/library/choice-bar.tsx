import { X } from "lucide-react";
import { bytesOf, diskShares } from "#src/core/models/library-disk.ts";
import type { Model } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { setHidden, setPinned } from "#src/state/library.ts";
import { askToDelete } from "#src/state/model-removal.ts";
import { updateModels } from "#src/state/pull-updates.ts";
import { useSettings } from "#src/state/settings.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

export type ChoiceBarProps = { models: readonly Model[]; onDone: () => void };

/** What can be done with several models at once. */
export function ChoiceBar({ models, onDone }: ChoiceBarProps) {
  const t = useT();
  const locale = useLocale();
  const names = models.map(({ name }) => name);
  const arePinned = useSettings(({ pinnedModels }) => names.every((name) => pinnedModels.includes(name)));
  const areHidden = useSettings(({ hiddenModels }) => names.every((name) => hiddenModels.includes(name)));
  const size = formatBytes(bytesOf(diskShares(models)), locale);
  return (
    <section
      aria-label={t("library.chosenModels")}
      className="sticky bottom-2 z-20 flex flex-wrap items-center gap-2 rounded-panel border border-line bg-raised p-2 shadow-raised"
    >
      <IconButton label={t("library.selectNone")} onClick={onDone}>
        <X aria-hidden />
      </IconButton>
      <output className="min-w-0 flex-1 basis-40">
        {t("library.chosen", { count: names.length, size })}
      </output>
      <Button onClick={() => setPinned(names, !arePinned)}>
        {t(arePinned ? "library.unpin" : "library.pin")}
      </Button>
      <Button onClick={() => setHidden(names, !areHidden)}>
        {t(areHidden ? "library.unhide" : "library.hide")}
      </Button>
      <Button onClick={() => updateModels(names)}>{t("library.update")}</Button>
      <Button look="danger" onClick={() => askToDelete(models)}>
        {t("library.delete")}
      </Button>
    </section>
  );
}
