import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { normaliseAddress } from "#src/core/connection/address.ts";
import { serverLabel } from "#src/core/connection/server.ts";
import { deadlineRange, type ServerDraft } from "#src/core/connection/server-draft.ts";
import { useConfig } from "#src/state/config.ts";
import { changeDraft, draftFaults, draftOf, newForm, useServerForms } from "#src/state/server-draft.ts";
import { serverAt } from "#src/state/servers.ts";
import { Field } from "#src/ui/field.tsx";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";
import { ServerButtons } from "./server-buttons.tsx";
import { ColorChoice, KindChoice } from "./server-choices.tsx";
import { ServerSecretsFields } from "./server-secrets.tsx";

export type ServerFormProps = {
  /** Address of the server that it is about, or `newForm`. */
  form: string;
  onTest: (url: string, draft: ServerDraft) => void;
  /** What was typed is forgotten. */
  onDropped: () => void;
};

/** Everything about one server: to be tested, kept and used. */
export function ServerForm({ form, onTest, onDropped }: ServerFormProps) {
  const t = useT();
  const isFixed = !useConfig((state) => state.config.allowServerChanges);
  const draft = draftOf(form, useServerForms());
  // What is missing is said once the user wants to go on; what is wrong, at once.
  const [isChecked, setChecked] = useState(false);
  const address = normaliseAddress(draft.address);
  const faults = draftFaults(form, draft);
  const addressFault = faults.address === "known" || isChecked ? faults.address : undefined;
  const change = (patch: Partial<ServerDraft>) => changeDraft(form, patch);
  const box = useRef<HTMLFormElement>(null);
  const hasFaultsWithin = Boolean(faults.apiKey || faults.headers || faults.deadline);
  const title = form === newForm ? t("servers.formNew") : t("servers.formOf", { name: nameOf(form) });

  /** Says what is wrong, and leads to the first of it. */
  function check() {
    setChecked(true);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    check();
    if (!address.ok) return;
    if (draft.address !== address.url) change({ address: address.url });
    onTest(address.url, draft);
  }

  return (
    <form ref={box} onSubmit={submit} noValidate aria-label={title} className="flex flex-col gap-4">
      <h2 className="text-reading font-semibold wrap-anywhere" dir="auto">
        {title}
      </h2>
      <Field
        label={t("connection.address")}
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        readOnly={isFixed}
        value={draft.address}
        onChange={(event) => change({ address: event.target.value })}
        error={
          addressFault &&
          t(addressFault === "known" ? "servers.known" : `connection.addressFault.${addressFault}`)
        }
        hint={
          isFixed ? t("connection.fixed") : t(noteOf(draft.address), { url: address.ok ? address.url : "" })
        }
      />
      <Field
        label={t("servers.name")}
        autoComplete="off"
        dir="auto"
        readOnly={isFixed}
        value={draft.name}
        onChange={(event) => change({ name: event.target.value })}
        hint={t("servers.nameHint")}
      />
      <KindChoice value={draft.kind} isFixed={isFixed} onChange={(kind) => change({ kind })} />
      <More draft={draft} isNeeded={isChecked && hasFaultsWithin}>
        <ServerSecretsFields draft={draft} faults={faults} onChange={change} />
        <Field
          label={t("servers.filter")}
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          placeholder="llama, qwen*"
          readOnly={isFixed}
          value={draft.modelFilter}
          onChange={(event) => change({ modelFilter: event.target.value })}
          hint={t("servers.filterHint")}
        />
        <Field
          label={t("servers.deadline")}
          inputMode="decimal"
          autoComplete="off"
          readOnly={isFixed}
          value={draft.deadline}
          onChange={(event) => change({ deadline: event.target.value })}
          error={faults.deadline && t("servers.deadlineFault", deadlineRange)}
          hint={t("servers.deadlineHint")}
        />
        <ColorChoice value={draft.color} isFixed={isFixed} onChange={(color) => change({ color })} />
      </More>
      <ServerButtons
        form={form}
        faults={faults}
        onChecked={check}
        onSaved={(url) => onTest(url, draft)}
        onDropped={onDropped}
      />
    </form>
  );
}

type MoreProps = { draft: ServerDraft; isNeeded: boolean; children: ReactNode };

/** Open from the first where something in it is set, and where something in it keeps the user from going on. */
function More({ draft, isNeeded, children }: MoreProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(
    draft.apiKey !== "" || draft.headers.length > 0 || draft.modelFilter !== "",
  );
  return (
    <details
      open={isOpen || isNeeded}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-panel border border-line px-3.5 py-2"
    >
      <summary className="min-h-8 content-center font-medium pointer-coarse:min-h-11">
        {t("servers.more")}
      </summary>
      <div className="flex flex-col gap-4 pt-2 pb-2">{children}</div>
    </details>
  );
}

function nameOf(url: string): string {
  return serverLabel(serverAt(url));
}

/** What is said under the box: how the text will be read, where that is not as it stands. */
function noteOf(text: string): MessageKey {
  const address = normaliseAddress(text);
  if (!address.ok || address.url === text.trim()) return "connection.addressHint";
  return address.notes.includes("wildcard-host") ? "connection.readAsWildcard" : "connection.readAs";
}
