import { Check, CirclePause, Pause, X } from "lucide-react";
import { isUploading, type UploadView } from "#src/state/upload-view.ts";
import { pauseUpload, removeUpload, retryUpload } from "#src/state/uploads.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button, IconButton } from "#src/ui/button.tsx";
import { classes } from "#src/ui/classes.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";
import { ProgressBar } from "#src/ui/progress-bar.tsx";
import { headText } from "./head-text.ts";
import { faultKey, uploadFailure } from "./upload-failure.ts";
import { uploadText } from "./upload-text.ts";

export type UploadRowProps = { upload: UploadView; onRemoved: () => void };

/** One file with what it is and how far it is. */
export function UploadRow({ upload, onRemoved }: UploadRowProps) {
  const t = useT();
  const locale = useLocale();
  const { key, name, status } = upload;
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-start gap-2">
        {status === "ready" ? <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-good" /> : null}
        {status === "paused" ? (
          <CirclePause aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
        ) : null}
        <div className="min-w-0 flex-1">
          <p className="font-medium wrap-anywhere">
            <bdi>{name}</bdi>
          </p>
          <p className="facts wrap-anywhere">{headText(upload, t, locale)}</p>
        </div>
        {status === "paused" ? (
          <Button aria-label={t("upload.goOnNamed", { name })} onClick={() => retryUpload(key)}>
            {t("upload.goOn")}
          </Button>
        ) : null}
        {isUploading(upload) ? (
          <IconButton label={t("upload.pause", { name })} onClick={() => pauseUpload(key)}>
            <Pause aria-hidden />
          </IconButton>
        ) : null}
        <IconButton
          label={t("upload.remove", { name })}
          onClick={() => {
            removeUpload(key);
            onRemoved();
          }}
        >
          <X aria-hidden />
        </IconButton>
      </div>
      <UploadState upload={upload} />
    </div>
  );
}

/** A mark before the name, with which what stands below is in line. */
function hasMark({ status }: UploadView): boolean {
  return status === "ready" || status === "paused";
}

function UploadState({ upload }: { upload: UploadView }) {
  const t = useT();
  const locale = useLocale();
  switch (upload.status) {
    case "refused":
      return <Alert title={t("upload.refused")}>{t(faultKey(upload.fault))}</Alert>;
    case "unreadable":
      return <Alert title={t("upload.unreadable")}>{t("upload.unreadable.next")}</Alert>;
    case "failed": {
      const { key, details } = uploadFailure(upload.error);
      return (
        <Alert
          title={t(upload.digest === undefined ? "upload.notHashed" : "upload.notSent")}
          {...(details ? { details: { label: t("upload.details"), text: details } } : {})}
          actions={<Button onClick={() => retryUpload(upload.key)}>{t("upload.retry")}</Button>}
        >
          {t(key)}
        </Alert>
      );
    }
    default: {
      const text = uploadText(upload, t, locale);
      return (
        <>
          <UploadBar upload={upload} text={text} />
          <p className={classes("facts", hasMark(upload) && "ms-6")}>{text}</p>
        </>
      );
    }
  }
}

/** How far hashing or sending is; nothing where there is no figure. */
function UploadBar({ upload, text }: { upload: UploadView; text: string }) {
  const t = useT();
  if (upload.status !== "hashing" && upload.status !== "uploading") return null;
  const percent = Math.min(99, Math.floor((upload.done / upload.size) * 100));
  const isHashing = upload.status === "hashing";
  const label = t(isHashing ? "upload.hashingNamed" : "upload.uploadingNamed", { name: upload.name });
  return <ProgressBar label={label} text={text} percent={percent} isQuiet={isHashing} />;
}
