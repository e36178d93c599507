import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, resolve } from "node:path";
import { connectionAllowlists, contentSecurityPolicy } from "./csp.ts";
import { PlainError } from "./plain-error.ts";

export interface ServeOptions {
  /** The built app; default `dist`. */
  readonly directory?: string;
  /** Default 0: any free port. */
  readonly port?: number;
  /** The folder of the site where the app is, as in "/some/folder/"; default "/". */
  readonly mount?: string;
  /** What `config.json` answers, as JSON; a string is answered as it stands. Absent: the file, if there is one. */
  readonly config?: unknown;
  /** Hashed assets of earlier builds, for tabs that are still open on them. */
  readonly olderAssets?: string;
}

export interface ServedDist {
  /** Without a trailing slash, as in "http://localhost:5173" or "http://localhost:5173/some/folder". */
  readonly url: string;
  readonly port: number;
  /** From now on, answers from another directory, as a deployment of a new build does. */
  serve(directory: string): void;
  /** From now on, answers `config.json` with this; undefined: with the file, if there is one. */
  setConfig(config: unknown): void;
  close(): Promise<void>;
}

interface Site {
  directory: string;
  config: unknown;
  readonly mount: string;
  readonly olderAssets: string | undefined;
}

const contentTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/** Serves the built app as static files, on this machine's loopback addresses only. */
export async function serveDist(options: ServeOptions = {}): Promise<ServedDist> {
  const site: Site = {
    directory: options.directory ?? "dist",
    config: options.config,
    mount: `/${(options.mount ?? "").replace(/^\/+|\/+$/g, "")}/`.replace("//", "/"),
    olderAssets: options.olderAssets,
  };
  const { port, servers } = await listenOnLoopback(
    () => createServer((request, response) => void answer(site, request, response)),
    options.port ?? 0,
  );
  return {
    url: `http://localhost:${port}${site.mount}`.replace(/\/$/, ""),
    port,
    serve: (directory) => void (site.directory = directory),
    setConfig: (config) => void (site.config = config),
    close: async () => void (await Promise.all(servers.map(close))),
  };
}

async function listenOnLoopback(
  create: () => Server,
  port: number,
): Promise<{ port: number; servers: Server[] }> {
  const first = await listen(create(), port, "127.0.0.1");
  const address = first.address();
  const chosen = typeof address === "object" && address !== null ? address.port : port;
  try {
    return { port: chosen, servers: [first, await listen(create(), chosen, "::1")] };
  } catch (error) {
    if (error instanceof PlainError) {
      await close(first);
      if (port === 0) return listenOnLoopback(create, port);
      throw error;
    }
    return { port: chosen, servers: [first] };
  }
}

function listen(server: Server, port: number, host: string): Promise<Server> {
  return new Promise((done, fail) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      fail(error.code === "EADDRINUSE" || error.code === "EACCES" ? portProblem(port, error.code) : error),
    );
    server.listen(port, host, () => done(server));
  });
}

function portProblem(port: number, code = "EADDRINUSE"): PlainError {
  const why = code === "EACCES" ? "may not be opened by this user" : "is already in use";
  return new PlainError(`Port ${port} ${why}. Another one: PORT=${port < 1024 ? 5173 : port + 1} npm start`);
}

function close(server: Server): Promise<void> {
  return new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
}

async function answer(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("X-Content-Type-Options", "nosniff");
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cache-Control", "no-cache");
  if (request.method !== "GET" && request.method !== "HEAD") {
    return refuse(response.setHeader("Allow", "GET, HEAD"), 405, "Method not allowed");
  }
  const path = readPath(request.url ?? "/");
  if (path === site.mount.slice(0, -1)) {
    return void response.writeHead(301, { Location: site.mount }).end();
  }
  if (path === undefined || !path.startsWith(site.mount)) return refuse(response, 404, "Not found");

  const name = path.slice(site.mount.length) || "index.html";
  if (name === "config.json" && site.config !== undefined) {
    const text = typeof site.config === "string" ? site.config : JSON.stringify(site.config);
    response.writeHead(200, { "Content-Type": contentTypes[".json"], "Cache-Control": "no-store" });
    return void response.end(request.method === "HEAD" ? undefined : text);
  }
  const file = (await findFile(site.directory, name)) ?? (await findOlder(site, name));
  if (file === undefined) return refuse(response, 404, "Not found");
  sendFile(file, name, request, response);
}

function readPath(target: string): string | undefined {
  try {
    const path = decodeURIComponent(target.split(/[?#]/)[0] ?? "");
    return /[\0\\]|\/\.|\/\//.test(path) ? undefined : path;
  } catch {
    return undefined;
  }
}

interface FoundFile {
  readonly path: string;
  readonly size: number;
}

async function findFile(directory: string, name: string): Promise<FoundFile | undefined> {
  const path = resolve(join(directory, name));
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { path, size: found.size } : undefined;
}

async function findOlder(site: Site, name: string): Promise<FoundFile | undefined> {
  if (site.olderAssets === undefined || !name.startsWith("assets/")) return undefined;
  return findFile(site.olderAssets, name.slice("assets/".length));
}

function sendFile(file: FoundFile, name: string, request: IncomingMessage, response: ServerResponse): void {
  const type = contentTypes[extname(name).toLowerCase()] ?? "application/octet-stream";
  response.setHeader("Content-Type", type);
  response.setHeader("Content-Length", file.size);
  if (name.startsWith("assets/")) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  // Frames carry policies of their own.
  if (name === "index.html") response.setHeader("Content-Security-Policy", contentSecurityPolicy);
  const allowlist = connectionAllowlists[name];
  if (allowlist !== undefined) response.setHeader("Connection-Allowlist", allowlist);
  if (request.method === "HEAD") return void response.end();
  createReadStream(file.path)
    .on("error", () => response.destroy())
    .pipe(response);
}

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" }).end(`${text}\n`);
}
