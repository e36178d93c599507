import { type FormEvent, useState } from "react";
import { type AddressFault, normaliseAddress } from "#src/core/connection/address.ts";
import { useConfig } from "#src/state/config.ts";
import { setServer, useServer } from "#src/state/server.ts";
import { Button } from "#src/ui/button.tsx";
import { Field } from "#src/ui/field.tsx";
import { type MessageKey, useT } from "#src/ui/i18n.tsx";

export type ServerFormProps = {
  onTest: (url: string) => void;
  isTesting: boolean;
};

/** The server's address: to be tested, used, and given back. */
export function ServerForm({ onTest, isTesting }: ServerFormProps) {
  const t = useT();
  const { url, source } = useServer();
  const canChange = useConfig((state) => state.config.allowServerChanges);
  const [text, setText] = useState(url);
  const [fault, setFault] = useState<AddressFault>();
  const address = normaliseAddress(text);
  const isOther = address.ok && address.url !== url;

  function withAddress(act: (address: string) => void) {
    if (!address.ok) return setFault(address.reason);
    setText(address.url);
    act(address.url);
    return undefined;
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    withAddress(onTest);
  }

  function use(next: string) {
    setServer(next);
    onTest(next);
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <Field
        label={t("connection.address")}
        type="url"
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        dir="ltr"
        readOnly={!canChange}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFault(undefined);
        }}
        error={fault && t(`connection.addressFault.${fault}`)}
        hint={canChange ? t(noteOf(text), { url: address.ok ? address.url : "" }) : t("connection.fixed")}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look={isOther ? "plain" : "primary"} aria-disabled={isTesting}>
          {t("connection.test")}
        </Button>
        {canChange && (isOther || !address.ok) ? (
          <Button look="primary" onClick={() => withAddress(use)}>
            {t("connection.use")}
          </Button>
        ) : null}
        {canChange && source === "user" ? (
          <Button
            look="quiet"
            onClick={() => {
              setServer("");
              const configured = useServer.getState().url;
              setText(configured);
              setFault(undefined);
              onTest(configured);
            }}
          >
            {t("connection.reset")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** What is said under the box: how the text will be read, where that is not as it stands. */
function noteOf(text: string): MessageKey {
  const address = normaliseAddress(text);
  if (!address.ok || address.url === text.trim()) return "connection.addressHint";
  return address.notes.includes("wildcard-host") ? "connection.readAsWildcard" : "connection.readAs";
}
