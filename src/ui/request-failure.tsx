import type { ReactNode } from "react";
import type { OllamaError } from "#src/core/errors.ts";
import { Alert } from "./alert.tsx";
import { type Asked, failureText } from "./failure-text.ts";
import { useLocale, useT } from "./i18n.tsx";

export type RequestFailureProps = {
  error: OllamaError;
  asked: Asked;
  /** What can be done from here. */
  actions?: ReactNode;
};

/** Why a request failed, where it was asked: the cause, the next step, and the server's own words. */
export function RequestFailure({ error, asked, actions }: RequestFailureProps) {
  const t = useT();
  const failure = failureText(error, asked, t, useLocale(), window.location.origin);
  return (
    <Alert
      title={failure.cause}
      {...(failure.details ? { details: { label: t("errors.details"), text: failure.details } } : {})}
      actions={
        <>
          {failure.signinUrl ? (
            <a
              href={failure.signinUrl}
              target="_blank"
              rel="noopener noreferrer"
              className="inline-flex min-h-8 items-center rounded-control border border-line bg-raised px-3 font-medium"
            >
              {t("errors.signIn")}
            </a>
          ) : null}
          {actions}
        </>
      }
    >
      {failure.next}
    </Alert>
  );
}
