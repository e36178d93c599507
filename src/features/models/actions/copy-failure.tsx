import type { OllamaError } from "#src/core/errors.ts";
import type { CopyResult } from "#src/state/model-copy.ts";
import { useServer } from "#src/state/server.ts";
import { Alert } from "#src/ui/alert.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";

export type CopyFailureProps = {
  failure: Exclude<CopyResult, { status: "done" }>;
  from: string;
  to: string;
};

/** Why a copy or a rename failed, and under which names the model is now. */
export function CopyFailure({ failure, from, to }: CopyFailureProps) {
  const t = useT();
  const server = useServer((state) => state.url);
  const { error } = failure;
  if (failure.status === "unsure" || (failure.status === "failed" && failure.step === "copy"))
    return (
      <>
        <RequestFailure error={error} asked={{ model: from, server }} />
        {failure.status === "unsure" ? <p className="text-muted">{t("actions.copyUnsure", { to })}</p> : null}
      </>
    );
  const words = wordsOf(error);
  const details = words ? { details: { label: t("errors.details"), text: words } } : {};
  const key = keyOf(failure);
  return (
    <Alert title={t(key, { from, to })} {...details}>
      {t(`${key}Next`, { from, to })}
    </Alert>
  );
}

/** Without an answer nobody knows whether the old name is still there. */
function keyOf({ status, error }: CopyFailureProps["failure"]) {
  if (status === "failed") return "actions.renameUndone";
  return error.kind === "http" ? "actions.renameBoth" : "actions.renameUnsure";
}

function wordsOf(error: OllamaError): string | undefined {
  return error.kind === "http" ? `${error.status} ${error.message}`.trim() : undefined;
}
