import { createServer, type IncomingMessage, request as httpRequest, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What stands in front of a server does with a request, once it has come whole. */
export type FrontDoes =
  | "pass"
  /** Drops the connection before a byte was answered. */
  | "reset"
  /** Answers as a proxy whose server is gone. */
  | "bad gateway"
  /** Answers as Ollama does to a page whose origin it does not know: without a header that lets the page read it. */
  | "refuse origin"
  /** Never answers. */
  | "hang";

export interface Front {
  readonly url: string;
  /** What it does with requests to this path from now on; other paths pass. */
  set(path: string, does: FrontDoes): void;
  close(): Promise<void>;
}

/** A proxy on a port of its own. `portOf` says which server of this machine a path belongs to, and what it is called there. */
export async function startFront(
  portOf: (path: string) => { readonly port: number; readonly path: string },
): Promise<Front> {
  let rule: { readonly path: string; readonly does: FrontDoes } = { path: "", does: "pass" };
  const server = createServer((incoming, outgoing) => {
    const url = incoming.url ?? "/";
    const isRuled = url === rule.path && incoming.method !== "OPTIONS";
    if (!isRuled || rule.does === "pass") return pass(incoming, outgoing, portOf(url));
    const { does } = rule;
    incoming.resume().once("end", () => {
      if (does === "reset") incoming.socket.resetAndDestroy();
      if (does === "bad gateway")
        outgoing.writeHead(502, { "Content-Type": "text/html" }).end("<h1>502 Bad Gateway</h1>");
      if (does === "refuse origin") outgoing.writeHead(403).end();
    });
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    set: (path, does) => void (rule = { path, does }),
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { port, path }: { readonly port: number; readonly path: string },
): void {
  const passed = httpRequest(
    { port, path, method: incoming.method, headers: { ...incoming.headers, host: `localhost:${port}` } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      // So that a cut of the server's is a cut here.
      answer.on("error", () => outgoing.destroy());
      answer.on("close", () => answer.complete || outgoing.destroy());
      answer.pipe(outgoing);
    },
  );
  passed.on("error", () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
  outgoing.on("close", () => passed.destroy());
  incoming.pipe(passed);
}
