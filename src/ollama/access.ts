type Headers = Readonly<Record<string, string>>;

const none: Headers = {};
const byServer = new Map<string, Headers>();

/** From now on, every request to this server carries these headers. Their values are secrets. */
export function setAccess(server: string, headers: Headers): void {
  if (Object.keys(headers).length > 0) byServer.set(server, headers);
  else byServer.delete(server);
}

/** The headers that requests to this server carry, by name. */
export function accessTo(server: string): Headers {
  return byServer.get(server) ?? none;
}

/** A secret shorter than this would be found in innocent words. */
const leastSecret = 6;

/** What a server said, without the secrets that it was sent: some repeat a key that they refuse, and what they say is kept. */
export function withoutAccess(server: string, text: string): string {
  return Object.values(accessTo(server))
    .map((value) => value.replace(/^Bearer /, ""))
    .filter(({ length }) => length >= leastSecret)
    .reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
}
