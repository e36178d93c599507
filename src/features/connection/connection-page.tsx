import { useEffect, useEffectEvent, useRef, useState } from "react";
import { stateOf } from "#src/core/connection/finding.ts";
import { serverLabel } from "#src/core/connection/server.ts";
import { secretsFrom, type ServerDraft } from "#src/core/connection/server-draft.ts";
import { useConfig } from "#src/state/config.ts";
import { useConnections } from "#src/state/connections.ts";
import { examineNow, useDoctor } from "#src/state/doctor.ts";
import { notify } from "#src/state/notices.ts";
import {
  changeDraft,
  draftFaults,
  draftOf,
  newForm,
  saveDraft,
  useServerForms,
} from "#src/state/server-draft.ts";
import { useServer } from "#src/state/server.ts";
import { serverAt, trySecrets, useServers } from "#src/state/servers.ts";
import { useT } from "#src/ui/i18n.tsx";
import { DiagnosisView } from "./diagnosis-view.tsx";
import { HealthSection } from "./health/health-section.tsx";
import { ServerForm } from "./server-form.tsx";
import { ServerList } from "./server-list.tsx";

/**
 * The servers, how one of them stands to this page, and everything about it. How it stands is first: who comes because it is away
 * looks for that.
 */
export function ConnectionPage() {
  const t = useT();
  const { url, source, isPractice } = useServer();
  const wanted = useServerForms((state) => state.open);
  const isThere = useServers(({ servers }) => servers.some((server) => server.url === wanted));
  const form = wanted === newForm || isThere ? wanted : url;
  const [tested, setTested] = useState<{ readonly form: string; readonly url: string }>();
  const shown = tested?.form === form ? tested.url : form === newForm ? "" : form;
  const trial = useRef<Trial>(undefined);
  const diagnosis = useRef<HTMLElement>(null);
  // With another form, and with the page, what was tried is over.
  useEffect(() => () => void leaveTrial(trial, form), [form]);

  /** The test carries the key and headers of the form, until another one, another form, or the form as it is kept. */
  function test(address: string, draft: ServerDraft, testedForm = form) {
    leaveTrial(trial);
    trial.current = { form: testedForm, undo: trySecrets(address, secretsFrom(draft)) };
    if (address === shown) examineNow();
    else setTested({ form: testedForm, url: address });
    requestAnimationFrame(() => diagnosis.current?.scrollIntoView({ block: "nearest" }));
  }

  /** What was found with a key that is not kept says nothing of the server as it is. */
  function forgetTest() {
    if (!leaveTrial(trial)) return;
    if (shown === form) examineNow();
    else setTested(undefined);
  }

  const isFound = useIsFound(tested?.form === url && form === url ? tested.url : "", url);
  const takeUp = useEffectEvent(() => {
    const draft = draftOf(url, useServerForms.getState());
    if (Object.keys(draftFaults(url, draft)).length > 0) return;
    leaveTrial(trial);
    saveDraft(url, true);
    notify({ text: "servers.found", values: { name: serverLabel(serverAt(draft.address)) } });
  });
  useEffect(() => {
    if (isFound) takeUp();
  }, [isFound]);

  function tryOther(address: string) {
    changeDraft(form, { address });
    test(address, draftOf(form, useServerForms.getState()));
  }

  return (
    <div className="h-full overflow-y-auto px-4 py-6">
      <div className="mx-auto flex max-w-(--measure) flex-col gap-6">
        <header>
          <h1 className="text-title font-semibold">{t("connection.title")}</h1>
          <p className="mt-1 text-muted">{t(`connection.source.${source}`)}</p>
          {isPractice ? <p className="mt-1 text-warn">{t("connection.practice")}</p> : null}
        </header>
        <ServerList open={form} />
        {shown === "" ? null : (
          <section
            ref={diagnosis}
            aria-label={t("connection.diagnosis")}
            className="rounded-panel bg-surface p-4"
          >
            <DiagnosisView url={shown} onTry={tryOther} />
          </section>
        )}
        {form === "" ? null : <ServerForm key={form} form={form} onTest={test} onDropped={forgetTest} />}
        <HealthSection />
      </div>
    </div>
  );
}

/** Whether a server answers at another address, while the one in use does not: nobody means to stay with that one. */
function useIsFound(tested: string, inUse: string): boolean {
  const isAway = useConnections(({ connections }) => {
    const finding = connections.get(inUse)?.finding;
    return finding !== undefined && stateOf(finding) !== "connected";
  });
  const isFixed = !useConfig(({ config }) => config.allowServerChanges);
  const answers = useDoctor(({ url, finding }) => url === tested && finding?.kind === "connected");
  return isAway && answers && !isFixed && tested !== "" && tested !== inUse;
}

/** Secrets of a form that requests carry for a test of it. */
type Trial = { readonly form: string; readonly undo: () => void };

/** Goes back to the secrets that are kept; false where none were tried, or those of another form. */
function leaveTrial(trial: { current: Trial | undefined }, form = trial.current?.form): boolean {
  const { current } = trial;
  if (!current || current.form !== form) return false;
  trial.current = undefined;
  current.undo();
  return true;
}
