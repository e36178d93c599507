import type { Cause, CauseKind } from "#src/core/connection/causes.ts";
import { Button } from "#src/ui/button.tsx";
import { useT } from "#src/ui/i18n.tsx";
import type { Asked } from "./doctor-cause-text.ts";
import { ProxyGuide } from "./doctor-proxy-guide.tsx";
import { FirewallGuide, ListenGuide, OriginGuide, OtherOriginGuide, StartGuide } from "./guides.tsx";

export type RemedyProps = {
  cause: Cause;
  url: string;
  asked: Asked;
  /** Takes up another address. */
  onTry: ((url: string) => void) | undefined;
};

/** What cures a cause: the one command for the reader's system, the lines for a proxy, or the address that works. */
export function Remedy({ cause, url, asked: { page, isOpenAi = false }, onTry }: RemedyProps) {
  if (cause.works !== undefined) return <OtherAddress works={cause.works} onTry={onTry} />;
  const { origin } = page;
  // The other commands are Ollama's.
  if (isOpenAi && isOfOllama.has(cause.kind))
    return cause.kind === "origin-refused" ? <OtherOriginGuide origin={origin} /> : null;
  switch (cause.kind) {
    case "server-down":
      return <StartGuide />;
    case "local-only":
      return <ListenGuide />;
    case "firewall":
      return <FirewallGuide port={portOf(url)} />;
    case "origin-refused":
      // Readable, so on the page's own origin: there the proxy does better without the header.
      return cause.status === undefined ? <OriginGuide origin={origin} /> : <ProxyGuide need="origin" />;
    case "host-refused":
      return <ProxyGuide need="host" />;
    case "preflight-refused":
      return <ProxyGuide need="options" />;
    case "path-rewritten":
      return <ProxyGuide need="paths" path={url.replace(/^https?:\/\/[^/]*/, "")} />;
    case "headers-twice":
      return <ProxyGuide need="once" />;
    case "other-program":
    case "login":
    case "proxy-error":
    case "redirect":
    case "certificate":
      return <OpenAddress url={url} isOpenAi={isOpenAi} />;
    default:
      return null;
  }
}

const isOfOllama: ReadonlySet<CauseKind> = new Set([
  "server-down",
  "local-only",
  "origin-refused",
  "host-refused",
  "preflight-refused",
  "path-rewritten",
]);

function OtherAddress({ works, onTry }: { works: string; onTry: RemedyProps["onTry"] }) {
  const t = useT();
  if (!onTry) return null;
  return (
    <Button className="self-start" onClick={() => onTry(works)}>
      {t("doctor.tryAddress", { url: works })}
    </Button>
  );
}

/** What a person sees there tells more than a page may read. */
function OpenAddress({ url, isOpenAi }: { url: string; isOpenAi: boolean }) {
  const t = useT();
  return (
    <p>
      <a
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        className="font-medium wrap-anywhere text-accent"
      >
        {t("doctor.openAddress", { url })}
      </a>{" "}
      {isOpenAi ? null : t("doctor.openAddressNote")}
    </p>
  );
}

function portOf(url: string): number {
  return Number(/:(\d+)(?:\/|$)/.exec(url)?.[1] ?? (url.startsWith("https:") ? 443 : 80));
}
