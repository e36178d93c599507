import type { PullProgress } from "#src/core/models/pull.ts";
import { formatBytes } from "#src/core/models/size.ts";
import type { TransferRate } from "#src/state/pull-view.ts";
import type { Translate } from "#src/ui/i18n.tsx";
import { formatLeft, formatRate } from "./figures.ts";

/**
 * How far a download or an upload is, how fast, and for how long yet; or for how long nothing has moved. `isRetrying`: what was
 * fetched before is fetched again.
 */
export function transferText(
  { progress, bytesPerSecond, secondsLeft, stalledMs }: TransferRate & { readonly progress: PullProgress },
  t: Translate,
  locale: string,
  isRetrying = false,
): string {
  const [completed, total] = [formatBytes(progress.completed, locale), formatBytes(progress.total, locale)];
  const parts = [t("models.pull.bytes", { completed, total })];
  if (stalledMs !== undefined) {
    const time = formatLeft(Math.floor(stalledMs / 1000), locale);
    return [...parts, t("models.pull.stalled", { time })].join(" · ");
  }
  if (bytesPerSecond) parts.push(t("models.pull.speed", { speed: formatRate(bytesPerSecond, locale) }));
  if (isRetrying) parts.push(t("models.pull.again"));
  else if (secondsLeft !== undefined)
    parts.push(t("models.pull.left", { time: formatLeft(secondsLeft, locale) }));
  return parts.join(" · ");
}
