import { formatBytes } from "#src/core/models/size.ts";
import { formatLeft, formatRate } from "#src/features/models/figures.ts";
import type { UploadView } from "#src/state/upload-view.ts";
import type { Translate } from "#src/ui/i18n.tsx";

/** A file of which there is no fault to tell. */
export type UploadUnderWay = Exclude<UploadView, { status: "refused" | "unreadable" | "failed" }>;

/** What is being done with a file, with the figures that prove it. */
export function uploadText(upload: UploadUnderWay, t: Translate, locale: string): string {
  switch (upload.status) {
    case "hashing":
    case "uploading":
      return movingText(upload, t, locale);
    case "paused":
      return t(upload.from === "hashing" ? "upload.pausedHashing" : "upload.pausedUploading");
    case "ready":
      return t(upload.how === "there" ? "upload.there" : "upload.uploaded");
    default:
      return t(`upload.${upload.status}`);
  }
}

type MovingUpload = Extract<UploadView, { status: "hashing" | "uploading" }>;

function movingText(upload: MovingUpload, t: Translate, locale: string): string {
  const { done, size, bytesPerSecond, secondsLeft } = upload;
  const parts = [
    t(upload.status === "hashing" ? "upload.hashing" : "upload.uploading", {
      done: formatBytes(done, locale),
      size: formatBytes(size, locale),
    }),
  ];
  if (upload.status === "uploading" && upload.stalledMs !== undefined) {
    const time = formatLeft(Math.floor(upload.stalledMs / 1000), locale);
    return [...parts, t("upload.stalled", { time })].join(" · ");
  }
  if (bytesPerSecond) parts.push(t("models.pull.speed", { speed: formatRate(bytesPerSecond, locale) }));
  if (secondsLeft !== undefined) parts.push(t("models.pull.left", { time: formatLeft(secondsLeft, locale) }));
  return parts.join(" · ");
}
