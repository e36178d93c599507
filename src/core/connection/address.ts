/** What was changed in an address, for telling the user. */
export type AddressNote =
  | "scheme-added"
  | "port-added"
  | "api-path-dropped"
  | "query-dropped"
  | "wildcard-host";

export type AddressFault = "empty" | "spaces" | "scheme" | "credentials" | "host" | "port";

export type NormalisedAddress =
  | { readonly ok: true; readonly url: string; readonly notes: readonly AddressNote[] }
  | { readonly ok: false; readonly reason: AddressFault };

const parts = /^(https?):\/\/(\[[0-9a-f:.]+\]|[^/:?#[\]]*)(?::([^/?#]*))?([^?#]*)([?#].*)?$/i;

/** Where an address leads into the API itself, as it stands in guides and in `OPENAI_BASE_URL`. */
const routeOfOpenAi = /\/v1(\/(models|chat|completions|embeddings|responses)(\/.*)?)?$/i;
const routeOfOllama = /\/api(\/(tags|version|ps|chat|generate|show|embed|embeddings|pull|push|create))?$/i;

/**
 * A server's address as a person types it → the base that paths are joined to: with a scheme, without a slash at its end.
 * A bare host gets `http://` and Ollama's port 11434; `/v1` and `/api` at the end, alone or with a route of theirs, are dropped, any
 * other path is kept (a proxy).
 * `/api/v1` at the end stays: that is where some gateways have OpenAI's API, and Ollama has nothing there (see `joinPath`).
 * 0.0.0.0, an address to listen on, becomes 127.0.0.1.
 */
export function normaliseAddress(text: string): NormalisedAddress {
  const typed = text.trim().replace(/^["'`<]+|["'`>]+$/g, "");
  if (typed === "") return { ok: false, reason: "empty" };
  if (/\s/.test(typed)) return { ok: false, reason: "spaces" };
  const notes: AddressNote[] = [];
  const [, scheme] = /^([a-z][a-z0-9+.-]*):\/\//i.exec(typed) ?? [];
  if (scheme !== undefined && !/^https?$/i.test(scheme)) return { ok: false, reason: "scheme" };
  if (scheme === undefined) notes.push("scheme-added");
  const whole = scheme === undefined ? `http://${hostFirst(typed.replace(/^\/+/, ""))}` : typed;
  if (/^[^/]*\/\/[^/?#]*@/.test(whole)) return { ok: false, reason: "credentials" };

  const [, protocol = "", name = "", port, path = "", query] = parts.exec(whole) ?? [];
  if (!isHost(name)) return { ok: false, reason: "host" };
  if (port !== undefined && !isPort(port)) return { ok: false, reason: "port" };
  if (name === "0.0.0.0") notes.push("wildcard-host");
  if (query !== undefined) notes.push("query-dropped");
  const { base, isDropped } = baseOf(path.replace(/\/+/g, "/"));
  if (isDropped) notes.push("api-path-dropped");
  const isBare = scheme === undefined && port === undefined && base === "";
  if (isBare) notes.push("port-added");

  const host = name === "0.0.0.0" ? "127.0.0.1" : name.toLowerCase();
  const secure = protocol.toLowerCase() === "https";
  const number = isBare ? 11_434 : port === undefined ? undefined : Number(port);
  const suffix = number === undefined || number === (secure ? 443 : 80) ? "" : `:${number}`;
  return { ok: true, url: `${secure ? "https" : "http"}://${host}${suffix}${base}`, notes };
}

/** The address of a path of a server: joined with exactly one slash; a base that ends in `/v1` has that of the path already. */
export function joinPath(base: string, path: string): string {
  const start = base.replace(/\/+$/, "");
  const rest = `/${path.replace(/^\/+/, "")}`;
  return start.endsWith("/v1") && rest.startsWith("/v1/") ? start + rest.slice(3) : start + rest;
}

/** Host of a normalised address, without port; IPv6 in brackets. Empty for what is no address. */
export function hostOf(url: string): string {
  return parts.exec(url)?.[2]?.toLowerCase() ?? "";
}

/** What of a path leads to the server, and whether what leads into its API was left out. */
function baseOf(path: string): { readonly base: string; readonly isDropped: boolean } {
  const whole = path.replace(/\/$/, "");
  const start = whole.replace(routeOfOpenAi, "");
  if (/\/api$/i.test(start) && start !== whole)
    return { base: `${start}/v1`, isDropped: !/\/v1$/i.test(whole) };
  const base = start === whole ? whole.replace(routeOfOllama, "") : start;
  return { base, isDropped: base !== whole };
}

/** `:11434` means this computer, and IPv6 addresses need brackets. */
function hostFirst(typed: string): string {
  if (typed.startsWith(":") && !typed.startsWith("::")) return `localhost${typed}`;
  const [, address] = /^([0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*)$/i.exec(typed) ?? [];
  return address === undefined ? typed : `[${address}]`;
}

function isHost(host: string): boolean {
  return (
    /^\[[0-9a-f:.]+\]$/i.test(host) || (host.length <= 253 && /^[\p{L}\p{N}_]([\p{L}\p{N}_.-]*)$/u.test(host))
  );
}

function isPort(port: string): boolean {
  return /^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536;
}
