/** How near a host is: what browsers treat differently (Local Network Access). */
export type HostKind = "loopback" | "private" | "public";

const privateV4 =
  /^(10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;
const privateName = /\.(local|internal|lan|home|localdomain|home\.arpa)$/;

/** The kind of a host name or IP address (IPv6 with or without brackets), by its text alone. */
export function kindOfHost(host: string): HostKind {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  if (name === "localhost" || name.endsWith(".localhost") || name === "::1" || name === "0.0.0.0")
    return "loopback";
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) {
    if (name.startsWith("127.")) return "loopback";
    return privateV4.test(name) ? "private" : "public";
  }
  if (name.includes(":")) return /^(f[cd]|fe[89ab])/.test(name) ? "private" : "public";
  return !name.includes(".") || privateName.test(name) ? "private" : "public";
}

/** Whether a host is an address in numbers (IPv4, or IPv6 in brackets), which says itself where it leads. */
export function isNumber(host: string): boolean {
  return /^(\[.*\]|[\d.]+)$/.test(host);
}

/** Whether a browser's local network permission stands between a page and a server (LNA): the server is nearer than the page. */
export function needsPermission(page: HostKind, server: HostKind): boolean {
  const nearness: Record<HostKind, number> = { public: 0, private: 1, loopback: 2 };
  return nearness[server] > nearness[page];
}
