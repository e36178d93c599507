import type { Finding } from "#src/core/connection/finding.ts";
import type { MessageKey, MessageValues } from "#src/ui/i18n.tsx";

/** Keys of what a finding says: what it is, what was tried and seen, what to do. */
export type FindingText = {
  readonly title: MessageKey;
  readonly seen: MessageKey;
  readonly next?: MessageKey;
  readonly values: MessageValues;
};

/** The texts of a finding for a server's normalised address. */
export function findingText(finding: Finding, url: string): FindingText {
  const values = { url, host: url.replace(/^https?:\/\//, "") };
  switch (finding.kind) {
    case "connected":
      return told("connected", { ...values, version: finding.version }, false);
    case "writes-blocked":
      return told("writesBlocked", { ...values, version: finding.version });
    case "unreachable":
      return told("unreachable", values, false);
    case "origin-refused":
      return told("originRefused", { ...values, origin: finding.origin }, !isOllamaPort(url));
    case "redirected":
      return told("redirected", values);
    case "header-refused":
      return told("headerRefused", values);
    case "host-refused":
      return told("hostRefused", { ...values, name: finding.host });
    case "blocked-by-browser":
      if (!finding.isPageSecure) return told("insecure", values);
      return told(finding.permission === "prompt" ? "asking" : "denied", values);
    case "mixed-content":
      return told(finding.isCertain ? "mixed" : "mixedMaybe", values);
    case "not-ollama":
      return told(notOllama[finding.hint], { ...values, status: finding.status });
    case "needs-key":
      return told("needsKey", { ...values, status: finding.status });
    case "proxy-down":
      return told("proxyDown", { ...values, status: finding.status });
    case "timeout":
      return told("timeout", { ...values, seconds: Math.round(finding.afterMs / 1000) });
    case "bad-address":
      return told("badAddress", values, false);
  }
}

const notOllama = { path: "notOllamaPath", proxy: "notOllamaProxy", other: "notOllama" } as const;

function told(stem: string, values: MessageValues, hasNext = true): FindingText {
  const key = `connection.finding.${stem}`;
  return {
    title: key as MessageKey,
    seen: `${key}.seen` as MessageKey,
    ...(hasNext ? { next: `${key}.next` as MessageKey } : {}),
    values,
  };
}

/** On Ollama's own port what answers is Ollama; elsewhere it may be another program. */
function isOllamaPort(url: string): boolean {
  return /:11434(\/|$)/.test(url);
}
