import { Download, LayoutGrid, Table } from "lucide-react";
import { memo } from "react";
import { bytesOf, diskShares } from "#src/core/models/library-disk.ts";
import type { Model } from "#src/core/models/model.ts";
import { formatBytes } from "#src/core/models/size.ts";
import { changeLibraryView } from "#src/state/library-view.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

export type LibraryHeadProps = {
  models: readonly Model[];
  layout: "table" | "cards";
  /** Whether there is a choice of layouts. */
  hasRoom: boolean;
};

/** How many models there are and what they take, how they are laid out, and a way to more of them. */
export const LibraryHead = memo(function LibraryHead({ models, layout, hasRoom }: LibraryHeadProps) {
  const t = useT();
  const locale = useLocale();
  const size = formatBytes(bytesOf(diskShares(models)), locale);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="min-w-0 flex-1 basis-48 text-muted">
        {t("library.summary", { count: models.length, size })}
      </p>
      {hasRoom ? (
        <div role="group" aria-label={t("library.layout")} className="flex gap-1">
          {(["table", "cards"] as const).map((name) => (
            <IconButton
              key={name}
              label={t(`library.${name}`)}
              aria-pressed={layout === name}
              className="aria-pressed:bg-accent-soft aria-pressed:text-text"
              onClick={() => changeLibraryView({ layout: name })}
            >
              {name === "table" ? <Table aria-hidden /> : <LayoutGrid aria-hidden />}
            </IconButton>
          ))}
        </div>
      ) : null}
      <Button look="primary" onClick={() => openPullDialog()}>
        <Download aria-hidden className="size-4" />
        {t("models.pullAModel")}
      </Button>
    </div>
  );
});
