import { goOnWithPull } from "#src/state/pulls.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** Takes a pull up again that was paused, cancelled or interrupted. */
export function GoOn({ pull }: { pull: PullView }) {
  const t = useT();
  return (
    <Button aria-label={t("models.pull.goOnNamed", { name: pull.name })} onClick={() => goOnWithPull(pull)}>
      {t("models.pull.goOn")}
    </Button>
  );
}
