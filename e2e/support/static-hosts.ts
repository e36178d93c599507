import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import serve from "serve-handler";

export interface StaticHost {
  /** Without a slash at its end. */
  readonly url: string;
  /** What was asked for and answered, as in "200 /assets/a.js". */
  readonly answers: readonly string[];
  close(): Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown;

async function start(answer: Answer): Promise<StaticHost> {
  const answers: string[] = [];
  const server = createServer((request, response) => {
    response.once("finish", () => void answers.push(`${response.statusCode} ${request.url ?? ""}`));
    answer(request, response);
  });
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    answers,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** What `npx serve <folder>` does: its own handler, with the answers to other origins and the redirects to clean addresses. */
export function startServe(folder: string): Promise<StaticHost> {
  return start((request, response) =>
    serve(
      request,
      response,
      { public: folder },
      {
        createReadStream(path, options) {
          // What a page still asks for when its test is over may be gone.
          return createReadStream(path, options).on("error", () => response.destroy());
        },
      },
    ),
  );
}

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "application/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/**
 * An object store behind a CDN: keys, not folders (no index page, 403 in XML for what is not there), everything compressed and
 * kept for a year at the edge, types only for what it knows, readable for every origin.
 */
export function startObjectStore(folder: string, prefix: string): Promise<StaticHost> {
  return start((request, response) => {
    const key = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "");
    const file = join(folder, key.slice(prefix.length));
    response.setHeader("Access-Control-Allow-Origin", "*");
    if (!key.startsWith(prefix) || !existsSync(file) || !statSync(file).isFile())
      return response
        .writeHead(403, { "Content-Type": "application/xml" })
        .end('<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code></Error>');
    return response
      .writeHead(200, {
        "Content-Type": types[extname(file)] ?? "binary/octet-stream",
        "Content-Encoding": "gzip",
        "Cache-Control": "public, max-age=31536000",
      })
      .end(gzipSync(readFileSync(file), { level: 1 }));
  });
}

/** A host for apps with addresses of their own: whatever is not a file is the page. */
export function startFallbackHost(folder: string): Promise<StaticHost> {
  return start((request, response) => {
    const path = decodeURIComponent((request.url ?? "/").split("?")[0] ?? "");
    const file = join(folder, path);
    const found = existsSync(file) && statSync(file).isFile() ? file : join(folder, "index.html");
    return response
      .writeHead(200, { "Content-Type": types[extname(found)] ?? "application/octet-stream" })
      .end(readFileSync(found));
  });
}
