import { Pause, X } from "lucide-react";
import { cancelPull, pausePull } from "#src/state/pulls.ts";
import type { PullView } from "#src/state/pull-view.ts";
import { IconButton } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** What can be done to a pull that waits or runs. */
export function PullControls({ pull }: { pull: PullView }) {
  const t = useT();
  return (
    <span className="-me-1.5 -my-1 flex shrink-0">
      <IconButton label={t("pulls.pause", { name: pull.name })} onClick={() => pausePull(pull.key)}>
        <Pause aria-hidden />
      </IconButton>
      <CancelPull pull={pull} />
    </span>
  );
}

export function CancelPull({ pull }: { pull: PullView }) {
  const t = useT();
  return (
    <IconButton label={t("models.cancelPull", { name: pull.name })} onClick={() => cancelPull(pull.key)}>
      <X aria-hidden />
    </IconButton>
  );
}
