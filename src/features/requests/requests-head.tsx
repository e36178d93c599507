import { Circle, FileDown, Pause, Trash2 } from "lucide-react";
import { formatBytes } from "#src/core/models/size.ts";
import { keptBytes } from "#src/core/requests/keep-body.ts";
import { clearRequests, pauseRecording, startRecording, useRequests } from "#src/state/requests.ts";
import { keptExchanges } from "#src/state/requests-recorder.ts";
import { Button } from "#src/ui/button.tsx";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** What the page is, whether it records, and what can be done with all that it has. */
export function RequestsHead({ onReport }: { onReport: () => void }) {
  const t = useT();
  const locale = useLocale();
  const isRecording = useRequests((state) => state.isRecording);
  const isEmpty = useRequests((state) => state.exchanges.length === 0);
  return (
    <header className="mb-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 className="me-auto text-title font-semibold">{t("requests.title")}</h2>
        {isRecording ? (
          <Button onClick={pauseRecording}>
            <Pause aria-hidden className="size-4" />
            {t("requests.pause")}
          </Button>
        ) : (
          <Button look="primary" onClick={startRecording}>
            <Circle aria-hidden className="size-4 fill-current" />
            {t("requests.record")}
          </Button>
        )}
        <Button disabled={isEmpty} onClick={clearRequests}>
          <Trash2 aria-hidden className="size-4" />
          {t("requests.clear")}
        </Button>
        <Button disabled={isEmpty} onClick={onReport}>
          <FileDown aria-hidden className="size-4" />
          {t("requests.report")}
        </Button>
      </div>
      <p className="mt-2 max-w-(--measure-wide) text-muted">
        <span role="status" className="font-medium text-text">
          {t(isRecording ? "requests.isRecording" : "requests.isPaused")}
        </span>{" "}
        {t("requests.about", { count: keptExchanges, size: formatBytes(keptBytes, locale) })}
      </p>
    </header>
  );
}
