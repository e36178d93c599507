import { base, notesCache } from "./caches.ts";

/** The page itself gives up after two seconds, and then knows nothing. */
const deadline = 1500;
/** When the answer was given that stands in for one that could not be had, as in an HTTP date. */
const keptHeader = "X-Candor-Kept";

const address = `${base}config.json`;

/**
 * Answers `config.json` from its host; only where that cannot be reached, fails, or wants a login first, with its last answer, marked
 * as such. What comes too late for this page is kept for the next one.
 */
export async function answerConfig(
  request: Request,
  keep: (work: Promise<unknown>) => void,
): Promise<Response> {
  const kept = await caches.match(address, { cacheName: notesCache }).catch(() => undefined);
  if (!kept) return fetchAndKeep(request, keep);
  // Not the page's own request, which ends with the page's patience.
  const asked = fetchAndKeep(new Request(address, { cache: "no-store" }), keep).then(
    (response) => (saysSo(response) ? response : kept),
    () => kept,
  );
  keep(asked);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), deadline));
  return Promise.race([asked, late]);
}

/** Whether the host said what its configuration is, or that there is none. A page that it led to is somebody's login. */
function saysSo(response: Response): boolean {
  return isGone(response) || (response.ok && !(response.redirected && isPage(response)));
}

const isGone = ({ status }: Response): boolean => [403, 404, 410].includes(status);

const isPage = ({ headers }: Response): boolean =>
  headers.get("Content-Type")?.includes("text/html") ?? false;

/** Keeps it once for a page that was opened before this worker was there. */
export async function keepFirstConfig(): Promise<void> {
  if (await caches.match(address, { cacheName: notesCache })) return;
  const works: Promise<unknown>[] = [];
  await fetchAndKeep(new Request(address, { cache: "no-store" }), (work) => void works.push(work));
  await Promise.all(works);
}

async function fetchAndKeep(request: Request, keep: (work: Promise<unknown>) => void): Promise<Response> {
  const response = await fetch(request);
  // A page in its place may be a host's or that of someone who wants a password first.
  if (isGone(response) || (response.ok && !isPage(response)))
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
