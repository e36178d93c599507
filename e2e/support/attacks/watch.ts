import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { BrowserContext, Page, Request } from "@playwright/test";

/** Notices everything that an attack could do beyond being read. */
export interface Watch {
  /** The address of a server to which nothing may ever connect. */
  readonly evil: string;
  /** What was noticed, in words. */
  readonly incidents: string[];
  close(): Promise<void>;
}

/** Must begin before the context has a page. `allowed` are the origins that the app may talk to; it is at the first. */
export async function watch(context: BrowserContext, allowed: () => readonly string[]): Promise<Watch> {
  const incidents: string[] = [];
  const note = (text: string) => void incidents.push(text);
  const server = createServer((request, response) => {
    note(`the other server was asked for ${request.url}`);
    response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end();
  });
  server.on("connection", () => note("the other server was connected to"));
  await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));

  const isAllowed = (address: string) =>
    /^(?:data|blob|about):/.test(address) || allowed().includes(new URL(address).origin);
  context.on("request", (request) => {
    if (isAllowed(request.url()) || isLockedIn(request)) return;
    note(`a request to ${request.url()}`);
  });
  // The browser also tells of what a policy stopped before it left.
  const ended = (request: Request) => {
    if (isAllowed(request.url()) || !isLockedIn(request) || request.failure()?.errorText === "csp") return;
    note(`a request of a frame to ${request.url()}`);
  };
  context.on("requestfinished", ended);
  context.on("requestfailed", ended);
  context.on("dialog", (dialog) => {
    note(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  let pages = 0;
  context.on("page", (page) => {
    pages += 1;
    if (pages > 1) note(`a window of its own: ${page.url()}`);
    else watchPage(page, note, () => allowed()[0] ?? "");
  });
  await context.exposeBinding("__report", (_, text: string) => note(text));
  await context.addInitScript(trap);
  return {
    evil: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    incidents,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Whether it is made in a frame, where the app locks diagrams and previews in. */
function isLockedIn(request: Request): boolean {
  return (
    !request.isNavigationRequest() &&
    request.serviceWorker() === null &&
    request.frame().parentFrame() !== null
  );
}

function watchPage(page: Page, note: (text: string) => void, home: () => string): void {
  page.on("download", (download) => note(`a download of ${download.url()}`));
  page.on("websocket", (socket) => note(`a socket to ${socket.url()}`));
  page.on("framenavigated", (frame) => {
    const address = frame.url();
    if (frame !== page.mainFrame() || address === "about:blank") return;
    if (new URL(address).origin !== home()) note(`the page went to ${address}`);
  });
}

/** In every frame, before any script of it. */
function trap(): void {
  const { __report: report } = window as unknown as { __report: (text: string) => Promise<void> };
  const sprung = () => void report(`a script ran in ${location.href}`);
  Object.defineProperty(window, "__pwned", { get: () => sprung, set: sprung });
  document.addEventListener("securitypolicyviolation", (event) => {
    const { effectiveDirective, blockedURI, sample, sourceFile, lineNumber, columnNumber } = event;
    // Frames of the app lock diagrams and previews in: there the policy refusing something is what they are for.
    if (window !== top || effectiveDirective.startsWith("style-src")) return;
    void report(
      `the policy had to refuse ${effectiveDirective} ${blockedURI} ${sample} at ${sourceFile}:${lineNumber}:${columnNumber}`,
    );
  });
}
