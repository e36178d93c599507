import { dismissRefusal, type Refusal, useRefusals } from "#src/state/model-removal-refusals.ts";
import { removeModels } from "#src/state/model-removal.ts";
import { Alert } from "#src/ui/alert.tsx";
import { Button } from "#src/ui/button.tsx";
import { failureText } from "#src/ui/failure-text.ts";
import { useLocale, useT } from "#src/ui/i18n.tsx";

/** The models that the server did not delete, with the reason, until the user has seen to them. */
export function RefusedRemovals() {
  const refusals = useRefusals((state) => state.refusals);
  return (
    <div className="mx-auto flex w-full max-w-(--measure) flex-col gap-2 overflow-y-auto px-4 pb-2">
      {refusals.map((refusal) => (
        <RefusedRemoval key={`${refusal.server} ${refusal.name}`} refusal={refusal} />
      ))}
    </div>
  );
}

function RefusedRemoval({ refusal: { server, name, error } }: { refusal: Refusal }) {
  const t = useT();
  const asked = { model: name, server };
  const { cause, next, details } = failureText(error, asked, t, useLocale(), window.location.origin);
  const isRefused = error.kind === "http";
  return (
    <Alert
      title={t(isRefused ? "actions.notDeleted" : "actions.perhapsNotDeleted", { name })}
      {...(details ? { details: { label: t("errors.details"), text: details } } : {})}
      actions={
        <>
          <Button onClick={() => removeModels([name], server)}>{t("models.retry")}</Button>
          <Button look="quiet" onClick={() => dismissRefusal(server, name)}>
            {t("actions.dismiss")}
          </Button>
        </>
      }
    >
      {cause}. {isRefused ? next : t("actions.listTells")}
    </Alert>
  );
}
