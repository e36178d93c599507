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
  /** Answers as Ollama does to a name that it does not know. */
  | "refuse host"
  /** Lets no page send a header of its own. */
  | "refuse headers"
  /** Sends on to the same address with a slash at its end. */
  | "add a slash"
  /** Is some other program: its page, which any page may read. */
  | "be another program"
  /** Is an Ollama, or another program, that does not know the route. */
  | "know no route"
  /** Wants a login, and lets the page read that. */
  | "want a login"
  /** Forbids it, with words. */
  | "forbid"
  /** Leads to a page where one logs in. */
  | "lead to a login"
  /** Answers as a port for https does to plain http. */
  | "speak TLS"
  /** Hands the answer over when it is whole. */
  | "collect"
  /** Takes a request, and passes it on when it is told another thing. */
  | "wait"
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
  let waiting: (() => void)[] = [];
  const server = createServer((incoming, outgoing) => {
    const url = incoming.url ?? "/";
    const { does } = rule;
    const isRuled = url === rule.path && (incoming.method === "OPTIONS") === (does === "refuse headers");
    if (url === "/login") return tell(outgoing, [200, html, "<h1>Who are you?</h1>"]);
    if (!isRuled || does === "pass" || does === "collect")
      return pass(incoming, outgoing, portOf(url), isRuled && does === "collect");
    if (does === "wait") return void waiting.push(() => pass(incoming, outgoing, portOf(url)));
    incoming.resume().once("end", () => fail(does, incoming, outgoing));
    return undefined;
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    set: (path, does) => {
      rule = { path, does };
      for (const go of waiting) go();
      waiting = [];
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

const open = { "Access-Control-Allow-Origin": "*" };
const html = { "Content-Type": "text/html" };
const json = { ...open, "Content-Type": "application/json" };

type Told = readonly [status: number, headers: Readonly<Record<string, string>>, body?: string];

const told: Readonly<Partial<Record<FrontDoes, Told>>> = {
  "bad gateway": [502, html, "<h1>502 Bad Gateway</h1>"],
  "refuse origin": [403, {}],
  "refuse host": [403, open],
  "refuse headers": [204, open],
  "be another program": [200, { ...open, ...html }, "<!doctype html><title>Router</title>"],
  "know no route": [404, { ...open, "Content-Type": "text/plain" }, "404 page not found"],
  "want a login": [401, json, '{"error":"log in first"}'],
  forbid: [403, json, '{"error":"ask whoever looks after the models"}'],
  "lead to a login": [302, { Location: "/login" }],
};

function tell(outgoing: ServerResponse, [status, headers, body]: Told): void {
  outgoing.writeHead(status, headers).end(body);
}

function fail(does: FrontDoes, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const known = told[does];
  if (known) tell(outgoing, known);
  if (does === "reset") incoming.socket.resetAndDestroy();
  if (does === "add a slash") tell(outgoing, [301, { Location: `${incoming.url ?? ""}/` }]);
  // An alert of "record overflow", as sent to what begins with no handshake.
  if (does === "speak TLS") incoming.socket.end(Buffer.from([0x15, 3, 1, 0, 2, 2, 22]));
}

function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { port, path }: { readonly port: number; readonly path: string },
  isCollected = false,
): void {
  const passed = httpRequest(
    { port, path, method: incoming.method, headers: { ...incoming.headers, host: `localhost:${port}` } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      // So that a cut of the server's is a cut here.
      answer.on("error", () => outgoing.destroy());
      answer.on("close", () => answer.complete || outgoing.destroy());
      if (!isCollected) return void answer.pipe(outgoing);
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      return void answer.on("end", () => outgoing.end(Buffer.concat(pieces)));
    },
  );
  passed.on("error", () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
  outgoing.on("close", () => passed.destroy());
  incoming.pipe(passed);
}
