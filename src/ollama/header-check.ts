import { joinPath, normaliseAddress } from "#src/core/connection/address.ts";
import { withDeadline } from "./deadline.ts";

/**
 * Whether a server lets pages send these headers. `refused`: with the named ones the browser sends no request at all; `unknown`:
 * nothing can be read from the server without them either, so it cannot be told.
 */
export type HeaderCheck =
  | { readonly type: "passed" }
  | { readonly type: "refused"; readonly names: readonly string[] }
  | { readonly type: "unknown" };

type Headers = Readonly<Record<string, string>>;

const afterMs = 4_000;
/** What either kind of server answers to a GET, whatever the status. */
const paths = ["/api/version", "/v1/models"];

/**
 * Asks a server with all of the headers; where nothing can be read then, without any, and with one at a time to name those that its
 * preflight refuses. Throws only the signal's reason when it aborts.
 */
export async function checkHeaders(
  server: string,
  headers: Headers,
  signal: AbortSignal,
): Promise<HeaderCheck> {
  if (!normaliseAddress(server).ok) return { type: "unknown" };
  for (const path of paths) {
    if (await isReadable(joinPath(server, path), headers, signal)) return { type: "passed" };
    if (!(await isReadable(joinPath(server, path), {}, signal))) continue;
    const names: string[] = [];
    for (const [name, value] of Object.entries(headers))
      if (!(await isReadable(joinPath(server, path), { [name]: value }, signal))) names.push(name);
    return { type: "refused", names: names.length > 0 ? names : Object.keys(headers) };
  }
  return { type: "unknown" };
}

/** Whether any answer can be read. It is asked apart from all other requests: what is in the form is not what they carry. */
async function isReadable(url: string, headers: Headers, signal: AbortSignal): Promise<boolean> {
  try {
    return await withDeadline(afterMs, signal, async (limited) => {
      // Not followed: it may lead to somebody whom the values are not meant for.
      const redirect = "manual";
      await fetch(url, { credentials: "omit", cache: "no-store", redirect, headers, signal: limited });
      return true;
    });
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
