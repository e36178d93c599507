import { Alert } from "#src/ui/alert.tsx";
import { useT } from "#src/ui/i18n.tsx";

/** The server would overwrite without a word. */
export function ReplaceWarning({ name }: { name: string }) {
  const t = useT();
  return (
    <Alert tone="warn" title={t("actions.taken", { name })}>
      {t("actions.takenNext")}
    </Alert>
  );
}
