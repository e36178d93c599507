import type { Finding } from "#src/core/connection/finding.ts";
import type { MessageKey, MessageValues } from "#src/ui/i18n.tsx";

/** Keys of what a finding says: what it is, and what was seen. */
export type FindingText = {
  readonly title: MessageKey;
  readonly seen: MessageKey;
  readonly values: MessageValues;
};

/** The texts of a finding for a server's normalised address. */
export function findingText(finding: Finding, url: string): FindingText {
  const values = { url, host: url.replace(/^https?:\/\//, "") };
  switch (finding.kind) {
    case "connected":
      // A server that speaks as OpenAI's does tells no version.
      return finding.version === ""
        ? told("openai", values)
        : told("connected", { ...values, version: finding.version });
    case "writes-blocked":
      return told("writesBlocked", { ...values, version: finding.version });
    case "unreachable":
      return told("unreachable", values);
    case "origin-refused":
      return told("originRefused", { ...values, origin: finding.origin });
    case "redirected":
      return told("redirected", values);
    case "header-refused":
      return told("headerRefused", values);
    case "host-refused":
      return told(finding.isCertain ? "hostRefused" : "hostRefusedMaybe", values);
    case "blocked-by-browser":
      if (!finding.isPageSecure) return told("insecure", values);
      return told(finding.permission === "prompt" ? "asking" : "denied", values);
    case "mixed-content":
      return told(finding.isCertain ? "mixed" : "mixedMaybe", values);
    case "not-ollama":
      // Nothing of the answer could be read.
      if (finding.status === 0) return told("notOllamaHere", values);
      return told(notOllama[finding.hint], { ...values, status: finding.status });
    case "needs-key":
      if (finding.status === undefined) return told("openaiNeedsKeyUnread", values);
      return told(finding.path ? "openaiNeedsKey" : "needsKey", { ...values, status: finding.status });
    case "proxy-down":
      return told(finding.path ? "openaiDown" : "proxyDown", { ...values, status: finding.status });
    case "timeout":
      return told("timeout", { ...values, seconds: Math.round(finding.afterMs / 1000) });
    case "bad-address":
      return told("badAddress", values);
  }
}

const notOllama = { path: "notOllamaPath", proxy: "notOllamaProxy", other: "notOllama" } as const;

function told(stem: string, values: MessageValues): FindingText {
  const key = `connection.finding.${stem}`;
  return { title: key as MessageKey, seen: `${key}.seen` as MessageKey, values };
}
