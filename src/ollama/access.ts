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
