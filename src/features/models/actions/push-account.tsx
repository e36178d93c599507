import { useQuery } from "@tanstack/react-query";
import { errorOf } from "#src/core/errors.ts";
import { accountQuery } from "#src/state/pushes.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { RequestFailure } from "#src/ui/request-failure.tsx";

export type PushAccountProps = {
  server: string;
  /** The part of the model's name that has to be the account's. */
  namespace: string;
};

/** Who the server is at ollama.com, and the way to sign in. */
export function PushAccount({ server, namespace }: PushAccountProps) {
  const t = useT();
  const { data: account, error, isFetching, refetch } = useQuery(accountQuery(server));
  const again = (
    <Button onClick={() => void refetch()} aria-disabled={isFetching || undefined}>
      {t("actions.checkAgain")}
    </Button>
  );
  if (error) return <RequestFailure error={errorOf(error)} asked={{ model: "", server }} actions={again} />;
  if (!account) return <p className="facts">{t("actions.askingAccount")}</p>;
  if (account.status === "signed-in") {
    const isForeign =
      namespace.toLowerCase() !== "library" && namespace.toLowerCase() !== account.name.toLowerCase();
    return (
      <p>
        {t("actions.signedIn", { name: account.name })}
        {isForeign ? <span className="block text-warn">{t("actions.foreign", { namespace })}</span> : null}
      </p>
    );
  }
  const { signinUrl } = account.status === "signed-out" ? account : {};
  return (
    <div role="status" className="rounded-control border-s-2 border-s-warn bg-warn-soft px-3.5 py-2.5">
      <p className="font-medium">
        {t(account.status === "offline" ? "actions.offline" : "actions.signedOut")}
      </p>
      <p className="mt-1 text-muted">
        {account.status === "offline"
          ? t("actions.offlineNext")
          : t(signinUrl ? "actions.signInHow" : "actions.signInThere")}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {signinUrl ? (
          <a
            href={signinUrl}
            target="_blank"
            rel="noopener noreferrer"
            className="inline-flex min-h-8 items-center rounded-control bg-accent px-3 font-medium text-on-accent hover:opacity-90 pointer-coarse:min-h-11"
          >
            {t("errors.signIn")}
          </a>
        ) : null}
        {again}
      </div>
    </div>
  );
}
