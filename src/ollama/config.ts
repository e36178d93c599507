const deadline = 2000;

/**
 * What became of asking for the run-time configuration. `missing`: a 4xx (object stores answer 403 for what is not there)
 * or an answer that is HTML (hosts that answer every path with the page). `unreadable`: no answer, a 5xx, a login that has run
 * out (401), or no JSON.
 */
export type FetchedConfig =
  | { readonly type: "missing" }
  /** `keptSince`, as an HTTP date: the host gave no answer, and the service worker its last one, of that time. */
  | { readonly type: "found"; readonly value: unknown; readonly keptSince?: string }
  | { readonly type: "unreadable"; readonly reason: "network" | "status" | "json" };

/** Reads `config.json` at `url`, past every cache. Never rejects; gives up after 2 s. */
export async function fetchConfig(url: string): Promise<FetchedConfig> {
  try {
    const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(deadline) });
    if (response.status !== 401 && response.status >= 400 && response.status < 500)
      return { type: "missing" };
    if (!response.ok) return { type: "unreadable", reason: "status" };
    if (response.headers.get("content-type")?.includes("text/html")) return { type: "missing" };
    const config = parsed(await response.text());
    const keptSince = response.headers.get("X-Candor-Kept");
    return config.type === "found" && keptSince !== null ? { ...config, keptSince } : config;
  } catch {
    return { type: "unreadable", reason: "network" };
  }
}

function parsed(text: string): FetchedConfig {
  // Hosts without types for files may send a page as plain text.
  if (/^\s*<(!doctype|html)/i.test(text)) return { type: "missing" };
  try {
    return { type: "found", value: JSON.parse(text) };
  } catch {
    return { type: "unreadable", reason: "json" };
  }
}
