import type { PullProgress } from "#src/core/models/pull.ts";
import { formatBytes } from "#src/core/models/size.ts";
import type { PullView } from "#src/state/pull-view.ts";
import type { Translate } from "#src/ui/i18n.tsx";
import { transferText } from "./transfer-text.ts";

/** What a pull is doing, with the figures that prove it. */
export function pullText(pull: PullView, t: Translate, locale: string): string {
  switch (pull.status) {
    case "queued":
      return t("pulls.queued", { position: pull.position });
    case "running":
      return runningText(pull, t, locale);
    case "paused":
      return pausedText(pull.progress, t, locale);
    case "done":
      return t(pull.change ? doneKeys[pull.change] : "models.pull.done");
    case "unlisted":
      return t("pulls.unlisted");
    case "failed":
      return t("models.pull.failed");
    case "cancelled":
      return cancelledText(pull, t);
    case "interrupted":
      return t(pull.hasWaited ? "pulls.interruptedWaiting" : "models.pull.interrupted");
  }
}

const doneKeys = {
  new: "models.pull.done",
  updated: "pulls.doneUpdated",
  same: "pulls.doneSame",
} as const;

function pausedText({ completed, total }: PullProgress, t: Translate, locale: string): string {
  if (total === 0) return t("pulls.paused");
  return t("pulls.pausedAt", {
    completed: formatBytes(completed, locale),
    total: formatBytes(total, locale),
  });
}

function cancelledText({ isShared, progress }: PullView, t: Translate): string {
  if (isShared) return t("pulls.cancelledShared");
  return t(progress.completed === 0 ? "pulls.cancelledEmpty" : "models.pull.cancelled");
}

type Running = Extract<PullView, { status: "running" }>;

function runningText(pull: Running, t: Translate, locale: string): string {
  const { phase, total } = pull.progress;
  if (pull.connectionPlace !== undefined) return t("models.pull.queued", { position: pull.connectionPlace });
  if (phase !== "downloading") return t(phaseKeys[phase]);
  if (total === 0) return t("models.pull.starting");
  return transferText(pull, t, locale, pull.progress.isRetrying);
}

const phaseKeys = {
  manifest: "models.pull.manifest",
  verifying: "models.pull.verifying",
  writing: "models.pull.writing",
  cleaning: "models.pull.cleaning",
  success: "models.pull.listing",
} as const;
