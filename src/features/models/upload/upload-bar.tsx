import type { UploadView } from "#src/state/upload-view.ts";
import { useT } from "#src/ui/i18n.tsx";

/** How far hashing or sending is; nothing where there is no figure. */
export function UploadBar({ upload, text }: { upload: UploadView; text: string }) {
  const t = useT();
  if (upload.status !== "hashing" && upload.status !== "uploading") return null;
  const percent = Math.min(99, Math.floor((upload.done / upload.size) * 100));
  const isHashing = upload.status === "hashing";
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="progressbar"
      aria-label={t(isHashing ? "upload.hashingNamed" : "upload.uploadingNamed", { name: upload.name })}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${percent} %, ${text}`}
      className="h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        className={`h-full rounded-full ${isHashing ? "bg-muted" : "bg-accent"}`}
        style={{ inlineSize: `${percent}%` }}
      />
    </div>
  );
}
