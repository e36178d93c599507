import { formatBytes } from "#src/core/models/size.ts";
import { formatLeft, formatRate } from "#src/features/models/figures.ts";
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
  const { phase, total, completed } = push.progress;
  if (phase === "writing") return t("actions.pushManifest");
  if (phase !== "downloading" || total === 0) return t("actions.pushStarting");
  const parts = [
    t("models.pull.bytes", { completed: formatBytes(completed, locale), total: formatBytes(total, locale) }),
  ];
  if (push.stalledMs !== undefined) {
    const time = formatLeft(Math.floor(push.stalledMs / 1000), locale);
    return [...parts, t("actions.pushStalled", { time })].join(" · ");
  }
  if (push.bytesPerSecond)
    parts.push(t("models.pull.speed", { speed: formatRate(push.bytesPerSecond, locale) }));
  if (push.secondsLeft !== undefined)
    parts.push(t("models.pull.left", { time: formatLeft(push.secondsLeft, locale) }));
  return parts.join(" · ");
}
