import { useConversations } from "#src/state/conversations.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { StorageAlert } from "./pages.ts";
import { type MissingParts, useMissingParts } from "./use-missing-parts.ts";

/** What holds for the whole app until it is mended: storage that does not keep, and parts that cannot be loaded. */
export function StandingAlerts() {
  const storage = useConversations((state) => state.storage);
  const missing = useMissingParts();
  return (
    <div className="mx-auto w-full max-w-(--measure) px-4 empty:hidden">
      {storage === "ok" ? null : <StorageAlert state={storage} />}
      {missing ? <MissingPartsAlert missing={missing} /> : null}
    </div>
  );
}

function MissingPartsAlert({ missing }: { missing: MissingParts }) {
  const t = useT();
  return (
    <Alert
      tone="warn"
      title={t("app.missing")}
      actions={
        missing.why === "silent" ? (
          <Button onClick={missing.retry}>{t("chat.retry")}</Button>
        ) : (
          <Button onClick={() => window.location.reload()}>{t("app.reload")}</Button>
        )
      }
    >
      {t(`app.missing.${missing.why}`, { host: window.location.host })}
    </Alert>
  );
}
