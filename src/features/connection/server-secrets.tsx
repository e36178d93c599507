import { Eye, EyeOff, Plus } from "lucide-react";
import { useId, useState } from "react";
import type { DraftFaults, ServerDraft } from "#src/core/connection/server-draft.ts";
import { Button, IconButton } from "#src/ui/button.tsx";
import { Field } from "#src/ui/field.tsx";
import { useT } from "#src/ui/i18n.tsx";
import { ServerHeader } from "./server-header.tsx";
import { type HeaderChecking, useHeaderCheck } from "./use-header-check.ts";

export type ServerSecretsProps = {
  draft: ServerDraft;
  faults: DraftFaults;
  onChange: (patch: Partial<ServerDraft>) => void;
};

/** What proves to a server who asks: key and headers, whether the server takes them, and where they are kept. */
export function ServerSecretsFields({ draft, faults, onChange }: ServerSecretsProps) {
  const t = useT();
  const id = useId();
  const check = useHeaderCheck(draft, faults);
  const { apiKey, headers, isKept } = draft;
  const isRefused = (name: string) =>
    check.type === "refused" &&
    check.names.some((other) => other.toLowerCase() === name.trim().toLowerCase());

  function changeHeader(index: number, patch: Partial<{ name: string; value: string }>) {
    onChange({ headers: headers.map((header, at) => (at === index ? { ...header, ...patch } : header)) });
  }

  return (
    <>
      <KeyField
        value={apiKey}
        error={faults.apiKey && t("servers.apiKeyFault")}
        warning={apiKey && isRefused("Authorization") ? t("servers.keyRefused") : undefined}
        onChange={(value) => onChange({ apiKey: value })}
      />
      <fieldset className="flex min-w-0 flex-col gap-2" aria-describedby={`${id}-note`}>
        <legend className="mb-1 font-medium">{t("servers.headers")}</legend>
        <p id={`${id}-note`} className="facts">
          {t("servers.headersHint")}
        </p>
        {headers.map((header, index) => (
          <ServerHeader
            // Rows have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            number={index + 1}
            header={header}
            fault={faults.headers?.[index]}
            isRefused={isRefused(header.name)}
            onChange={(patch) => changeHeader(index, patch)}
            onRemove={() => onChange({ headers: headers.filter((_, at) => at !== index) })}
          />
        ))}
        <Button
          className="self-start"
          onClick={() => onChange({ headers: [...headers, { name: "", value: "" }] })}
        >
          <Plus aria-hidden className="size-4" />
          {t("servers.addHeader")}
        </Button>
        <CheckLine check={check} />
      </fieldset>
      <label className="flex items-start gap-2 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          checked={!isKept}
          aria-describedby={`${id}-tab`}
          onChange={(event) => onChange({ isKept: !event.target.checked })}
        />
        <span>
          {t("servers.tabOnly")}
          <span id={`${id}-tab`} className="facts block">
            {t("servers.tabOnlyHint")}
          </span>
        </span>
      </label>
    </>
  );
}

type KeyFieldProps = {
  value: string;
  error: string | undefined;
  warning: string | undefined;
  onChange: (value: string) => void;
};

/** Dots, until the user wants to see it. */
function KeyField({ value, error, warning, onChange }: KeyFieldProps) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  return (
    <div>
      <div className="relative">
        <Field
          label={t("servers.apiKey")}
          type={isShown ? "text" : "password"}
          // Password managers take "off" for an invitation.
          autoComplete="new-password"
          autoCapitalize="none"
          spellCheck={false}
          dir="ltr"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          error={error}
          hint={t("servers.apiKeyHint")}
        />
        {value ? (
          <IconButton
            label={t(isShown ? "servers.hideKey" : "servers.showKey")}
            className="absolute end-1 top-7 size-7! bg-page! pointer-coarse:top-8 pointer-coarse:size-9!"
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        ) : null}
      </div>
      {warning ? (
        <p role="alert" className="mt-1 rounded-control bg-warn-soft px-3 py-2">
          {warning}
        </p>
      ) : null}
    </div>
  );
}

function CheckLine({ check }: { check: HeaderChecking }) {
  const t = useT();
  const texts = {
    checking: "servers.checking",
    passed: "servers.headersPassed",
    unknown: "servers.headersUnknown",
  } as const;
  const { type } = check;
  return (
    <output className="facts min-h-4.5">
      {type === "none" || type === "refused" ? null : t(texts[type])}
    </output>
  );
}
