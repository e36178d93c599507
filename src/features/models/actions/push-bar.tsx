import type { PushView } from "#src/state/pushes-store.ts";
import { useT } from "#src/ui/i18n.tsx";
import { ProgressBar } from "#src/ui/progress-bar.tsx";

/** How far a push is. */
export function PushBar({ push, text }: { push: PushView; text: string }) {
  const t = useT();
  const label = t("actions.pushing", { name: push.name });
  return <ProgressBar label={label} text={text} percent={push.progress.percent} />;
}
