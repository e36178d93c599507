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

/** The name to push a model under: its own, or within the account's namespace where it has none of its own. */
export function suggestedPushName(name: string, account: Account | undefined): string {
  const parsed = parseModelName(name);
  const isOwn = !parsed.ok || parsed.namespace.toLowerCase() !== "library" || !pushTarget(name)?.isOllama;
  if (isOwn || account?.status !== "signed-in") return name;
  return `${account.name}/${parsed.model}:${parsed.tag}`;
}
