import { nameInPaste } from "./name-paste.ts";

/** The parts of a model's name (types/model/name.go), defaults filled in. */
type ModelName = {
  /** As Ollama shows it: without the default host and namespace, always with a tag. */
  readonly name: string;
  readonly host: string;
  readonly namespace: string;
  readonly model: string;
  readonly tag: string;
};

/** Why a text is no name: which part is wrong, or what was pasted instead. */
export type NameFault = "empty" | "spaces" | "digest" | "page" | "host" | "namespace" | "model" | "tag";

export type ParsedName =
  | ({ readonly ok: true } & ModelName)
  | { readonly ok: false; readonly reason: NameFault };

const defaultHost = "registry.ollama.ai";
const defaultNamespace = "library";

/**
 * A model's name as a person types or pastes it: a name, an `ollama pull` or `ollama run` command, the address of a page of
 * ollama.com or Hugging Face. Checked as Ollama checks it: `[host/][namespace/]model[:tag]`, case kept.
 */
export function parseModelName(text: string): ParsedName {
  const paste = nameInPaste(text);
  if (typeof paste === "object") return { ok: false, reason: paste.reason };
  if (paste === "") return { ok: false, reason: "empty" };
  if (/\s/.test(paste)) return { ok: false, reason: "spaces" };
  if (paste.includes("@")) return { ok: false, reason: "digest" };

  const bare = paste.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "");
  const colon = bare.lastIndexOf(":");
  const hasTag = colon > bare.lastIndexOf("/");
  const tag = hasTag ? bare.slice(colon + 1) : "latest";
  const parts = (hasTag ? bare.slice(0, colon) : bare).split("/");
  const model = parts.pop() ?? "";
  const namespace = parts.pop() ?? defaultNamespace;
  const host = parts.length === 0 ? defaultHost : parts.join("/");

  if (host.length > 350 || !/^\w[\w.:-]*$/.test(host)) return { ok: false, reason: "host" };
  if (!/^\w[\w-]{0,79}$/.test(namespace)) return { ok: false, reason: "namespace" };
  if (!/^\w[\w.-]{0,79}$/.test(model)) return { ok: false, reason: "model" };
  if (!/^\w[\w.-]{0,79}$/.test(tag)) return { ok: false, reason: "tag" };
  return { ok: true, name: shortest(host, namespace, model, tag), host, namespace, model, tag };
}

/** The name with `:latest` where it has no tag; `""` stays. */
export function withTag(name: string): string {
  return name === "" || name.lastIndexOf(":") > name.lastIndexOf("/") ? name : `${name}:latest`;
}

/** Whether two names mean the same model: letter case does not count, nor do default host, namespace and tag. */
export function sameModel(a: string, b: string): boolean {
  return modelKey(a) === modelKey(b);
}

/** What the names of one model have in common: to find a model by its name in a map. */
export function modelKey(name: string): string {
  const parsed = parseModelName(name);
  return (parsed.ok ? parsed.name : withTag(name)).toLowerCase();
}

function shortest(host: string, namespace: string, model: string, tag: string): string {
  if (host.toLowerCase() !== defaultHost) return `${host}/${namespace}/${model}:${tag}`;
  if (namespace.toLowerCase() !== defaultNamespace) return `${namespace}/${model}:${tag}`;
  return `${model}:${tag}`;
}
