import { ollamaAddress } from "./ollama-host.ts";

export interface ChosenServer {
  /** What `config.json` answers. */
  readonly config: {
    readonly servers: readonly { readonly name: string; readonly url: string; readonly kind: "ollama" }[];
    readonly practice: boolean;
  };
  /** For the terminal: which server it is, and what the person can do about it. */
  readonly report: readonly string[];
  close(): Promise<void>;
}

type Environment = Readonly<Record<string, string | undefined>>;
type Finding = { readonly version: string } | "silent" | "other";

/** The server that the environment names; where it names none and none answers, a practice server that is started here. */
export async function chooseServer(env: Environment): Promise<ChosenServer> {
  const { url, named } = ollamaAddress(env);
  const finding = await probeAny(named ? [url] : [url, url.replace("localhost", "127.0.0.1")]);
  if (!named && finding === "silent") return startPractice(url);
  return {
    config: { servers: [{ name: nameOf(url), url, kind: "ollama" }], practice: false },
    report: [`Ollama  ${url} (${describe(finding)})`],
    close: async () => {},
  };
}

async function startPractice(missing: string): Promise<ChosenServer> {
  const { startFakeOllama } = await import("../e2e/support/fake-ollama.ts");
  const practice = await startFakeOllama({ practice: true, port: 0 });
  return {
    config: { servers: [{ name: "Practice", url: practice.url, kind: "ollama" }], practice: true },
    report: [
      `Ollama  none at ${missing}; a practice server with made-up answers stands in`,
      "",
      `To talk to real models, install Ollama, then start this again:`,
      `  ${installCommand(process.platform)}`,
    ],
    close: () => practice.close(),
  };
}

export function installCommand(platform: NodeJS.Platform): string {
  return platform === "win32"
    ? "irm https://ollama.com/install.ps1 | iex      (in PowerShell)"
    : "curl -fsSL https://ollama.com/install.sh | sh";
}

async function probeAny(urls: readonly string[]): Promise<Finding> {
  const findings = await Promise.all(urls.map(probe));
  return (
    findings.find((finding) => typeof finding === "object") ??
    findings.find((finding) => finding === "other") ??
    "silent"
  );
}

async function probe(url: string): Promise<Finding> {
  try {
    const response = await fetch(`${url}/api/version`, { signal: AbortSignal.timeout(1000) });
    const body: unknown = await response.json().catch(() => undefined);
    const version = typeof body === "object" && body !== null && "version" in body ? body.version : undefined;
    return typeof version === "string" ? { version } : "other";
  } catch {
    return "silent";
  }
}

function describe(finding: Finding): string {
  if (finding === "silent") return "does not answer yet";
  return finding === "other"
    ? "something answers there, but not as Ollama does"
    : `version ${finding.version}`;
}

function nameOf(url: string): string {
  const host = new URL(url).hostname;
  return ["localhost", "127.0.0.1", "[::1]"].includes(host) ? "This computer" : host;
}
