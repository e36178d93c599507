import { base, notesCache } from "./caches.ts";

/** The page itself gives up after two seconds, and then knows nothing. */
const deadline = 1500;
/** When the answer was given that stands in for one that could not be had, as in an HTTP date. */
const keptHeader = "X-Candor-Kept";

const address = `${base}config.json`;

/** Answers `config.json` from its host; only where that cannot be reached or fails, with its last answer, marked as such. */
export async function answerConfig(
  request: Request,
  keep: (work: Promise<unknown>) => void,
): Promise<Response> {
  const kept = await caches.match(address, { cacheName: notesCache }).catch(() => undefined);
  if (!kept) return fetchAndKeep(request, keep);
  try {
    const response = await fetchAndKeep(
      new Request(request, { signal: AbortSignal.timeout(deadline) }),
      keep,
    );
    return response.status >= 500 ? kept : response;
  } catch {
    return kept;
  }
}

/** Keeps it once for a page that was opened before this worker was there. */
export async function keepFirstConfig(): Promise<void> {
  if (await caches.match(address, { cacheName: notesCache })) return;
  const works: Promise<unknown>[] = [];
  await fetchAndKeep(new Request(address, { cache: "no-store" }), (work) => void works.push(work));
  await Promise.all(works);
}

async function fetchAndKeep(request: Request, keep: (work: Promise<unknown>) => void): Promise<Response> {
  const response = await fetch(request);
  const isGone = [403, 404, 410].includes(response.status);
  // A page in its place may be a host's or that of someone who wants a password first.
  if (isGone || (response.ok && !response.headers.get("Content-Type")?.includes("text/html")))
    keep(put(response.clone()).catch(() => undefined));
  return response;
}

async function put(response: Response): Promise<void> {
  const body = await response.text();
  const headers = new Headers({ [keptHeader]: new Date().toUTCString() });
  const type = response.headers.get("Content-Type");
  if (type !== null) headers.set("Content-Type", type);
  const cache = await caches.open(notesCache);
  await cache.put(address, new Response(body, { status: response.status, headers }));
}
