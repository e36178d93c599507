const parts = /^(https?):\/\/(\[[^\]]*\]|[^/:]*)(?::(\d+))?(\/.*)?$/;
const names = ["127.0.0.1", "localhost", "[::1]"];

/** Address of the same computer under its other names and numbers of itself; none where the address is of another computer. */
export function twinsOf(url: string): readonly string[] {
  const [, scheme = "", host = "", port, path = ""] = parts.exec(url) ?? [];
  if (!names.includes(host)) return [];
  const suffix = `${port === undefined ? "" : `:${port}`}${path}`;
  return names.filter((name) => name !== host).map((name) => `${scheme}://${name}${suffix}`);
}

/** The same computer at Ollama's own port, over http; undefined where that is the address itself. */
export function ownPort(url: string): string | undefined {
  const [, , host = "", port] = parts.exec(url) ?? [];
  return port === "11434" ? undefined : `http://${host}:11434`;
}

/** The same place over https instead of http, or the reverse; without a port, that of the other scheme. */
export function otherScheme(url: string): string {
  return url.startsWith("https:") ? url.replace(/^https/, "http") : url.replace(/^http/, "https");
}

/** The address without its path. */
export function baseOf(url: string): string {
  return url.replace(/^(https?:\/\/[^/]*).*$/, "$1");
}
