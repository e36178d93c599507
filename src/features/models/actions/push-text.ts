import { transferText } from "#src/features/models/transfer-text.ts";
import type { PushView } from "#src/state/pushes-store.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** What a push is doing, with the figures that prove it. */
export function pushText(push: PushView, t: Translate, locale: string): string {
  switch (push.status) {
    case "queued":
      return t("models.pull.queued", { position: push.position });
    case "running":
      return runningText(push, t, locale);
    case "done":
      return t("actions.pushed");
    case "failed":
      return t("actions.pushFailedShort");
    case "cancelled":
      return t("actions.pushCancelled");
  }
}

type Running = Extract<PushView, { status: "running" }>;

function runningText(push: Running, t: Translate, locale: string): string {
  const { phase, total } = push.progress;
  if (phase === "writing") return t("actions.pushManifest");
  if (phase !== "downloading" || total === 0) return t("actions.pushStarting");
  return transferText(push, t, locale);
}
