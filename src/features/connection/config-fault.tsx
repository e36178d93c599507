import { type ConfigFault, useConfig } from "#src/state/config.ts";
import { Alert } from "#src/ui/alert.tsx";
import { type MessageKey, useLocale, useT } from "#src/ui/i18n.tsx";

/** What is wrong in `config.json`, where something is. */
export function ConfigFaultAlert() {
  const t = useT();
  const locale = useLocale();
  const fault = useConfig((state) => state.fault);
  if (!fault) return null;
  if (fault.keptSince !== undefined) {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short" });
    return (
      <Alert tone="warn" title={t("update.configKept")}>
        {t("update.configKeptNext", { date: date.format(new Date(fault.keptSince)) })}
      </Alert>
    );
  }
  return (
    <Alert tone="warn" title={t(keyOf(fault), { field: fault.field ?? "" })}>
      {t(fault.field ? "servers.config.fieldNext" : "servers.config.next")}
    </Alert>
  );
}

function keyOf({ field, reason }: ConfigFault): MessageKey {
  if (field !== undefined) return reason === "address" ? "servers.config.address" : "servers.config.field";
  if (reason === "network" || reason === "status") return "servers.config.unread";
  return "servers.config.json";
}
