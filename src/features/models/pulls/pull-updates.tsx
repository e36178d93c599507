import { isRemote } from "#src/core/models/model.ts";
import { useModels } from "#src/features/models/use-models.ts";
import { updateModels } from "#src/state/pull-updates.ts";
import { usePulls } from "#src/state/pulls.ts";
import { isUnderWay } from "#src/state/pull-view.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** Looks for newer ones of all models; those that run elsewhere have nothing to download. */
export function PullUpdates({ isConnected }: { isConnected: boolean }) {
  const t = useT();
  const names = (useModels().models ?? []).filter((model) => !isRemote(model)).map(({ name }) => name);
  const isBusy = usePulls(({ pulls }) =>
    [...pulls.values()].some((pull) => pull.isUpdate && isUnderWay(pull)),
  );
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="pull-updates">
      <h3 id="pull-updates" className="mb-1 text-reading font-semibold">
        {t("pulls.updates")}
      </h3>
      <p className="mb-3 text-muted">
        {t("pulls.updatesAbout", { count: names.length })} {t("pulls.updatesReplace")}
      </p>
      <Button disabled={!isConnected || isBusy} onClick={() => updateModels(names)}>
        {t("pulls.updateAll")}
      </Button>
    </section>
  );
}
