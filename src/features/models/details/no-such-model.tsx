import { Download } from "lucide-react";
import type { NameFault } from "#src/core/models/name.ts";
import { openPullDialog } from "#src/state/pull-dialog.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** A name that is none, or that the server does not have: what it is, and how to go on. */
export function NoSuchModel({ name, nameFault }: { name: string; nameFault?: NameFault }) {
  const t = useT();
  return (
    <section className="max-w-(--measure)">
      <h3 className="text-title font-semibold wrap-anywhere" dir="ltr">
        {name}
      </h3>
      <p role="alert" className="mt-2">
        {nameFault
          ? `${t("details.noName")} ${t(`models.nameFault.${nameFault}`)}`
          : t("details.unknown", { name })}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-4">
        {nameFault ? null : (
          <Button look="primary" className="max-w-full" onClick={() => openPullDialog(name)}>
            <Download aria-hidden className="size-4 shrink-0" />
            <span className="truncate">{t("models.pullNamed", { name })}</span>
          </Button>
        )}
        <a href="#/models" className="font-medium text-accent">
          {t("details.toLibrary")}
        </a>
      </div>
    </section>
  );
}
