import {
  createServer as createHttp,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from "node:http";
import { createServer as createHttps } from "node:https";
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from "node:net";
import { untrusted } from "./certificate.ts";

/** A server that stands between a page and Ollama, or in place of it. */
export type Standing = { readonly port: number; readonly url: string; close(): Promise<void> };

type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

/** What pages may read. */
export const open = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*" };

async function stand(server: Server, host: string, scheme = "http"): Promise<Standing> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    // A browser that leaves is no mistake.
    socket.on("error", () => undefined);
  });
  await new Promise<void>((done, fail) => {
    server.once("error", fail);
    server.listen(0, host, done);
  });
  const { port } = server.address() as AddressInfo;
  const name = host.includes(":") ? `[${host}]` : host;
  return {
    port,
    url: `${scheme}://${name}:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Some other program that speaks http. */
export function standHttp(handler: Handler, host = "127.0.0.1"): Promise<Standing> {
  return stand(createHttp(handler), host);
}

/** The same with a certificate that no browser trusts. */
export function standHttps(handler: Handler): Promise<Standing> {
  return stand(createHttps(untrusted, handler), "127.0.0.1", "https");
}

/** One port that speaks both, as some proxies do: http by one handler, https by the other. */
export async function standBoth(plain: Handler, secure: Handler): Promise<Standing> {
  const http = createHttp(plain);
  const https = createHttps(untrusted, secure);
  const either = createTcp((socket) => {
    socket.once("data", (first) => {
      socket.pause();
      // A TLS handshake begins with this byte.
      const server: Server = first[0] === 0x16 ? https : http;
      server.emit("connection", socket);
      socket.unshift(first);
      process.nextTick(() => socket.resume());
    });
  });
  return stand(either, "127.0.0.1");
}

/** Takes requests and never answers. */
export function standSilent(host?: string): Promise<Standing> {
  return standHttp(() => undefined, host);
}

export type ProxyOptions = {
  /** The Host that it sends on, in place of the server's own. */
  readonly host?: string;
  /** Answers these itself; undefined: passes the request on. */
  readonly before?: (
    incoming: IncomingMessage,
  ) => { status: number; headers?: Record<string, string>; body?: string } | undefined;
  /** Hands an answer over only when it is whole. */
  readonly holdsBack?: boolean;
  /** Its own word that all pages may read, beside the server's, or in its place. */
  readonly adds?: "after" | "instead";
  /** Part of the path that it takes off. */
  readonly strips?: string;
};

/** A proxy before a server, as nginx might be configured. */
export function standProxy(target: { readonly port: number }, options: ProxyOptions = {}): Promise<Standing> {
  return standHttp((incoming, outgoing) => {
    const own = options.before?.(incoming);
    if (own) return void outgoing.writeHead(own.status, own.headers).end(own.body ?? "");
    pass(incoming, outgoing, target.port, options);
  });
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  options: ProxyOptions,
): void {
  const headers = { ...incoming.headers, host: options.host ?? `localhost:${port}` };
  const onward = request(
    {
      host: "127.0.0.1",
      port,
      method: incoming.method,
      path: incoming.url?.replace(options.strips ?? "", ""),
      headers,
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...added(answer.headers, options) });
      if (!options.holdsBack) return void answer.pipe(outgoing);
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.on("end", () => outgoing.end(Buffer.concat(pieces)));
    },
  );
  onward.on("error", () => outgoing.destroy());
  outgoing.on("close", () => onward.destroy());
  incoming.pipe(onward);
}

function added(headers: IncomingHttpHeaders, { adds }: ProxyOptions): Record<string, string | string[]> {
  if (adds === undefined) return {};
  const own = headers["access-control-allow-origin"];
  return { "access-control-allow-origin": adds === "after" && own !== undefined ? [own, "*"] : "*" };
}

/** A port of this computer that nobody listens at. */
export async function closedPort(host?: string): Promise<number> {
  const { port, close } = await standHttp(() => undefined, host);
  await close();
  return port;
}

/** A site over https, before one over http of this computer. */
export function standHttpsBefore(target: { readonly port: number }): Promise<Standing> {
  return standHttps((incoming, outgoing) => pass(incoming, outgoing, target.port, {}));
}

/** A site with Ollama in a folder of it, as one origin; it hands the Origin of a page on. */
export function standOneOrigin(
  site: { readonly port: number },
  ollama: { readonly port: number },
): Promise<Standing> {
  return standHttp((incoming, outgoing) => {
    const isAsked = incoming.url?.startsWith("/ollama/") ?? false;
    pass(incoming, outgoing, isAsked ? ollama.port : site.port, isAsked ? { strips: "/ollama" } : {});
  }, "::1");
}
