import { useT } from "#src/ui/i18n.tsx";
import { CommandTabs } from "./command-tabs.tsx";
import { type ProxyNeed, proxyLines } from "./doctor-proxy.ts";

/** What a proxy's configuration lacks, for each kind of proxy. */
export function ProxyGuide({ need, path = "" }: { need: ProxyNeed; path?: string }) {
  const t = useT();
  const choices = proxyLines(need, path).map(([name, command]) => ({ id: name, name, command }));
  return <CommandTabs label={t("doctor.proxies")} choices={choices} />;
}
