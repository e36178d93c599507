import type { Account } from "./account.ts";
import { parseModelName } from "./name.ts";
import type { ProgressLine } from "./progress-line.ts";

/** Line of a push → the line by which a pull tells the same, so that one reader of progress serves both. */
export function asPullLine(line: ProgressLine): ProgressLine {
  return line.status === "pushing manifest" ? { status: "writing manifest" } : line;
}

const defaultHost = "registry.ollama.ai";

/** Where a push of a model goes. */
export type PushTarget = {
  readonly host: string;
  readonly namespace: string;
  /** ollama.com's own registry: it asks for an account. */
  readonly isOllama: boolean;
};

/** Where a push under a name goes; `undefined` for what is no name. */
export function pushTarget(name: string): PushTarget | undefined {
  const parsed = parseModelName(name);
  if (!parsed.ok) return undefined;
  const { host, namespace } = parsed;
  return { host, namespace, isOllama: host.toLowerCase() === defaultHost };
}

/** Whether a host gives models and takes none: Hugging Face's Git repositories are read by Ollama as a registry. */
export function isReadOnly({ host }: PushTarget): boolean {
  return /^(hf\.co|huggingface\.co)$/i.test(host);
}

/** The name to push a model under: its own, or within the account's namespace where nobody can push under its own. */
export function suggestedPushName(name: string, account: Account | undefined): string {
  const [parsed, target] = [parseModelName(name), pushTarget(name)];
  if (!parsed.ok || !target || account?.status !== "signed-in") return name;
  const isNobodys = target.isOllama && target.namespace.toLowerCase() === "library";
  return isNobodys || isReadOnly(target) ? `${account.name}/${parsed.model}:${parsed.tag}` : name;
}
