import { joinPath } from "#src/core/connection/address.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { errorOfBody } from "#src/core/stream/error-text.ts";
import { accessTo, withoutAccess } from "./access.ts";
import { tap } from "./tap.ts";

/**
 * The one place that talks to a server: base and path joined with exactly one slash (a redirect carries no CORS headers), no
 * cache, and the login of this page's own origin, which a proxy there may ask for: Ollama allows credentials to no other. Throws `unreachable` where nothing readable came, `http` for a status other than 2xx; the signal's
 * reason when it aborts.
 */
export async function ollamaFetch(
  server: string,
  path: string,
  init: RequestInit,
  signal: AbortSignal,
): Promise<Response> {
  const response = await rawFetch(server, path, init, signal);
  if (response.ok) return response;
  const body = await textOf(response, signal).catch((error: unknown) => {
    if (signal.aborted) throw error;
    return "";
  });
  throw new OllamaFailure({
    kind: "http",
    status: response.status,
    ...errorOfBody(withoutAccess(server, body)),
  });
}

/**
 * As `ollamaFetch`, but every status is an answer. The request carries what proves to the server who asks (`access.ts`), unless it
 * is to be bare; with that it follows no redirect, which may lead to anybody.
 */
export async function rawFetch(
  server: string,
  path: string,
  init: RequestInit,
  signal: AbortSignal,
  isBare = false,
): Promise<Response> {
  const url = joinPath(server, path);
  const own = isBare ? {} : accessTo(server);
  const headers = { ...own, ...(init.headers as Record<string, string> | undefined) };
  const sent: RequestInit = {
    credentials: "same-origin",
    cache: "no-store",
    // A browser takes an app's own headers along to wherever a redirect leads (Fetch standard: all but Authorization).
    ...(Object.keys(own).length > 0 && { redirect: "error" }),
    ...init,
    headers,
    signal,
  };
  try {
    return await (tap.listener ? tap.listener.fetch(server, url, sent) : fetch(url, sent));
  } catch (error) {
    signal.throwIfAborted();
    throw new OllamaFailure({ kind: "unreachable", url }, { cause: error });
  }
}

/** The parts of a POST with a JSON body. */
export function jsonPost(body: unknown): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
}

/** The whole body as text. Throws `cut` where the connection breaks, the signal's reason when it aborts. */
export async function textOf(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    signal.throwIfAborted();
    throw new OllamaFailure({ kind: "cut", how: "broken" }, { cause: error });
  }
}
