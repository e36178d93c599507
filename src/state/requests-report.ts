import { stateOf } from "#src/core/connection/finding.ts";
import type { Exchange } from "#src/core/requests/exchange.ts";
import { type ReportServer, type RequestsReport, requestsReport } from "#src/core/requests/report.ts";
import { useConnections } from "./connections.ts";

/** A bug report of these exchanges, with what is known now of their servers. */
export function makeReport(
  exchanges: readonly Exchange[],
  wishes: { readonly note: string; readonly withBodies: boolean },
): RequestsReport {
  const servers = [...new Set(exchanges.map(({ server }) => server))].map(reportedServer);
  const { origin, pathname } = globalThis.location;
  const { userAgent, language, onLine } = navigator;
  const surroundings = {
    build: String(import.meta.env["VITE_BUILD"] ?? "dev"),
    page: origin + pathname,
    browser: userAgent,
    language,
    isOnline: onLine,
    servers,
  };
  return requestsReport(exchanges, surroundings, { ...wishes, madeAt: Date.now() });
}

function reportedServer(address: string): ReportServer {
  const { version, finding } = useConnections.getState().connections.get(address) ?? {};
  if (!finding) return { address, state: "not known to the app now" };
  const { evidence: _, ...found } = finding;
  return { address, state: stateOf(finding), ...(version ? { version } : {}), finding: found };
}
