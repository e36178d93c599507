/** What the worker has to do with a request: answer it with a file, with the last `config.json`, or let it pass by. */
export type Route =
  | { readonly type: "file"; readonly path: string }
  /** A file of another build, by its name. */
  | { readonly type: "older" }
  | { readonly type: "config" }
  | { readonly type: "pass" };

export type Asked = {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
};

const pass: Route = { type: "pass" };

/**
 * Decides over one request. `base` is the folder of the app, with a slash at its end; `isOfBuild` says whether a path in it is a file
 * of the build. Whatever is not named by the build passes by, and with it every server's answers, also those below the same folder.
 */
export function routeOf(asked: Asked, base: string, isOfBuild: (path: string) => boolean): Route {
  if (asked.method !== "GET" || !asked.url.startsWith(base)) return pass;
  const [path = "", query] = asked.url.slice(base.length).replace(/#.*$/s, "").split("?", 2);
  // The page takes a query of its own (`?q=`).
  if (path === "" || path === "index.html")
    return asked.mode === "navigate" ? { type: "file", path: "index.html" } : pass;
  if (path === "config.json") return { type: "config" };
  if (query !== undefined || asked.mode === "navigate") return pass;
  if (isOfBuild(path)) return { type: "file", path };
  return /^assets\/[^/]+-[\w-]{8}\.\w+$/.test(path) ? { type: "older" } : pass;
}
