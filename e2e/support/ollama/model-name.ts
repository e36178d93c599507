/** A model's name in its parts: `[host/][namespace/]model[:tag]`. */
export interface ModelName {
  readonly host: string;
  readonly namespace: string;
  readonly model: string;
  readonly tag: string;
}

const registry = "registry.ollama.ai";

export function parseName(text: string): ModelName | undefined {
  const parts = text.replace(/^[a-z]+:\/\//, "").split("/");
  const last = parts.pop() ?? "";
  const colon = last.lastIndexOf(":");
  const name: ModelName = {
    model: colon < 0 ? last : last.slice(0, colon),
    tag: colon < 0 ? "latest" : last.slice(colon + 1),
    namespace: parts.pop() ?? "library",
    host: parts.pop() ?? registry,
  };
  const valid =
    parts.length === 0 &&
    /^[\w][\w.:-]{0,349}$/.test(name.host) &&
    /^[\w][\w-]{0,79}$/.test(name.namespace) &&
    /^[\w][\w.-]{0,79}$/.test(name.model) &&
    /^[\w][\w.-]{0,79}$/.test(name.tag);
  return valid ? name : undefined;
}

/** The shortest form that still has a tag, as lists show it. */
export function shortName(name: ModelName): string {
  const local = `${name.model}:${name.tag}`;
  if (name.host !== registry) return `${name.host}/${name.namespace}/${local}`;
  return name.namespace === "library" ? local : `${name.namespace}/${local}`;
}

export function fullName(name: ModelName): string {
  return `${name.host}/${name.namespace}/${name.model}:${name.tag}`;
}

/** Names that Ollama always sends to ollama.com. */
export function isCloudName(text: string): boolean {
  return /:(?:cloud|.+-cloud)$/.test(text);
}
