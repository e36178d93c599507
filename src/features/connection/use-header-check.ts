import { useEffect, useState } from "react";
import { normaliseAddress } from "#src/core/connection/address.ts";
import { secretHeaders } from "#src/core/connection/server.ts";
import { type DraftFaults, secretsFrom, type ServerDraft } from "#src/core/connection/server-draft.ts";
import { checkDraftHeaders, type HeaderCheck } from "#src/state/header-check.ts";

/** How long nothing is typed before the server is asked, in milliseconds. */
const pause = 600;

export type HeaderChecking = HeaderCheck | { readonly type: "none" } | { readonly type: "checking" };

/** Whether the server of a form lets pages send its headers; it is asked when typing rests. */
export function useHeaderCheck(draft: ServerDraft, faults: DraftFaults): HeaderChecking {
  const address = normaliseAddress(draft.address);
  const names = Object.keys(secretHeaders(secretsFrom(draft)));
  const isReady = address.ok && names.length > 0 && !faults.apiKey && !faults.headers;
  // Only names matter to a preflight.
  const question = isReady ? `${address.url}\n${names.join("\n")}` : "";
  const [answer, setAnswer] = useState<{ readonly question: string; readonly check: HeaderCheck }>();

  useEffect(() => {
    if (question === "") return undefined;
    const [url = ""] = question.split("\n");
    const abort = new AbortController();
    const timer = setTimeout(() => {
      checkDraftHeaders(url, draft, abort.signal).then(
        (check) => setAnswer({ question, check }),
        () => {},
      );
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
    // The values of a draft that asks the same question make no difference.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [question]);

  if (question === "") return { type: "none" };
  return answer?.question === question ? answer.check : { type: "checking" };
}
