/** A variable that stands in what somebody pasted: a command, a unit, a compose file. */
export type Variable = { readonly name: string; readonly value: string };

/**
 * Whether the server reads a variable. `never`: it never did, or not in this source; `removed`: it once did; `other`: another program
 * reads it; `unknown`: a name that no source of ours knows.
 */
export type VariableUse = {
  readonly use: "read" | "never" | "removed" | "other" | "unknown";
  /** The variable, or parameter of a model, that does what was meant. */
  readonly instead?: string;
};

/** What Ollama 0.33 reads (envconfig/config.go). */
const read: ReadonlySet<string> = new Set(
  `HOST ORIGINS MODELS KEEP_ALIVE CONTEXT_LENGTH NUM_PARALLEL MAX_LOADED_MODELS MAX_QUEUE LOAD_TIMEOUT FLASH_ATTENTION
  KV_CACHE_TYPE GPU_OVERHEAD SCHED_SPREAD DEBUG DEBUG_LOG_REQUESTS NOPRUNE MAX_TRANSFER_STREAMS NO_CLOUD REMOTES GO_TEMPLATE
  LLM_LIBRARY VULKAN IGPU_ENABLE NOHISTORY EDITOR AUTH CLOUD_BASE_URL`
    .split(/\s+/)
    .map((name) => `OLLAMA_${name}`),
);

/** Names of guides that the server does not read. */
const unread: Readonly<Record<string, VariableUse>> = {
  OLLAMA_PORT: { use: "never", instead: "OLLAMA_HOST" },
  OLLAMA_LOG_LEVEL: { use: "never", instead: "OLLAMA_DEBUG" },
  OLLAMA_NUM_CTX: { use: "never", instead: "OLLAMA_CONTEXT_LENGTH" },
  OLLAMA_NUM_GPU: { use: "never", instead: "num_gpu" },
  OLLAMA_GPU_LAYERS: { use: "never", instead: "num_gpu" },
  OLLAMA_TIMEOUT: { use: "never", instead: "OLLAMA_LOAD_TIMEOUT" },
  OLLAMA_ALLOWED_ORIGINS: { use: "never", instead: "OLLAMA_ORIGINS" },
  OLLAMA_TLS: { use: "never" },
  OLLAMA_MAX_VRAM: { use: "removed", instead: "OLLAMA_GPU_OVERHEAD" },
  OLLAMA_TMPDIR: { use: "removed" },
  OLLAMA_RUNNERS_DIR: { use: "removed" },
  OLLAMA_INTEL_GPU: { use: "removed" },
  OLLAMA_NEW_ENGINE: { use: "removed" },
  OLLAMA_MULTIUSER_CACHE: { use: "removed" },
  OLLAMA_EXPERIMENT: { use: "removed" },
  OLLAMA_CORS: { use: "other", instead: "OLLAMA_ORIGINS" },
  OLLAMA_API_KEY: { use: "other" },
};

/** Whether the server reads a variable of this name, and which one it reads instead. */
export function useOfVariable(name: string): VariableUse {
  if (read.has(name)) return { use: "read" };
  const known = unread[name];
  if (known) return known;
  const alike = [`${name}S`, name.replace(/S$/, "")].find((other) => read.has(other));
  return { use: "unknown", ...(alike ? { instead: alike } : {}) };
}

/**
 * The variables of Ollama in a pasted text, whatever it is: `NAME=value`, `export`, `-e`, `Environment="NAME=value"`, `setx NAME "value"`,
 * `launchctl setenv NAME value`, `$env:NAME = "value"`, a line of a compose file, or `name:` and `value:` of a Kubernetes manifest. The
 * value stands as it was typed, without its quotes.
 */
export function variablesIn(text: string): readonly Variable[] {
  const found = [...text.matchAll(/(["']?)\b(OLLAMA_[A-Z0-9_]+)\b/g)];
  return found.map(({ 0: whole, 1: quote = "", 2: name = "", index }, at) => {
    const [rest = "", next = ""] = text.slice(index + whole.length, found[at + 1]?.index).split("\n");
    const [, below] = /^\s*["']?value["']?(\s*:.*)$/.exec(next) ?? [];
    const isBelow = below !== undefined && /^["',\s]*$/.test(rest);
    return { name, value: isBelow ? valueOf("", below) : valueOf(quote, rest) };
  });
}

function valueOf(quote: string, rest: string): string {
  // The name alone is quoted: "NAME", "value".
  const isNameQuoted = quote !== "" && rest.startsWith(quote);
  const after = (isNameQuoted ? rest.slice(1) : rest).replace(/^\s*[=:,]?\s*/, "");
  if (quote !== "" && !isNameQuoted) return after.split(quote)[0] ?? "";
  const [, quoted] = /^(?:"([^"]*)"|'[^']*')/.exec(after) ?? [];
  if (/^["']/.test(after)) return quoted ?? after.replace(/^'([^']*).*$/, "$1");
  // A space after a comma is a mistake that belongs to the value.
  return /^[^\s"']+(?:(?<=,)\s+[^\s"']+)*/.exec(after)?.[0] ?? "";
}
