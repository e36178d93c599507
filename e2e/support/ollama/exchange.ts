import type { IncomingMessage, ServerResponse } from "node:http";
import { goJson } from "./go-json.ts";

export type Header = readonly [name: string, value: string];

/** Go announces the length of a body that fits its write buffer and sends a longer one in chunks. */
const goBufferSize = 2048;

export const json = "application/json; charset=utf-8";
export const plainJson = "application/json";

/** One request with the means to answer it, framed as Go frames it: no header that Ollama would not send. */
export class Exchange {
  readonly incoming: IncomingMessage;
  readonly body: Buffer;
  readonly gone: AbortSignal;
  access: readonly Header[] = [];
  readonly #outgoing: ServerResponse;

  constructor(incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer) {
    this.incoming = incoming;
    this.body = body;
    this.#outgoing = outgoing;
    const leaving = new AbortController();
    this.gone = leaving.signal;
    outgoing.once("close", () => {
      if (!outgoing.writableFinished) leaving.abort();
    });
  }

  get method(): string {
    return this.incoming.method ?? "GET";
  }

  get path(): string {
    return (this.incoming.url ?? "/").replace(/[?#].*$/s, "");
  }

  header(name: string): string | undefined {
    const value = this.incoming.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  }

  get answered(): boolean {
    return this.#outgoing.headersSent;
  }

  json(status: number, value: unknown): void {
    this.send(status, json, goJson(value));
  }

  empty(status: number, headers: readonly Header[] = []): void {
    const length: readonly Header[] = status === 204 ? [] : [["Content-Length", "0"]];
    this.#head(status, headers, length);
    this.#outgoing.end();
  }

  /** A body in one piece; `chunked` where Ollama has flushed before the end. */
  send(status: number, type: string, body: string, framing: "by size" | "chunked" = "by size"): void {
    const bytes = Buffer.from(body);
    const chunked = framing === "chunked" || bytes.length > goBufferSize;
    const frame: Header = chunked
      ? ["Transfer-Encoding", "chunked"]
      : ["Content-Length", String(bytes.length)];
    this.#head(status, [["Content-Type", type]], [frame]);
    this.#outgoing.end(this.method === "HEAD" ? undefined : bytes);
  }

  /** Nothing reaches the client, not even a header, before the first write. */
  stream(type: string): Stream {
    return new Stream(this.#outgoing, this.gone, () =>
      this.#head(200, [["Content-Type", type]], [["Transfer-Encoding", "chunked"]]),
    );
  }

  /** An answer without CORS headers: a redirect, or a success to HEAD without a length. */
  bare(status: number, headers: readonly Header[], body = ""): void {
    this.access = [];
    this.#head(status, headers, [["Content-Length", String(Buffer.byteLength(body))]]);
    this.#outgoing.end(body);
  }

  headOnly(status: number): void {
    this.#head(status, [], []);
    this.#outgoing.end();
  }

  drop(): void {
    this.#outgoing.socket?.resetAndDestroy();
  }

  #head(status: number, headers: readonly Header[], framing: readonly Header[]): void {
    const named = [...this.access, ...headers].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    const all: readonly Header[] = [...named, ["Date", new Date().toUTCString()], ...framing];
    // Go keeps an HTTP/1.1 connection open without saying so.
    this.#outgoing.removeHeader("connection");
    this.#outgoing.writeHead(
      status,
      all.flatMap(([name, value]) => [name, value]),
    );
  }
}

/** A chunked body: every write is a chunk of its own. */
export class Stream {
  readonly #outgoing: ServerResponse;
  readonly #gone: AbortSignal;
  readonly #open: () => void;
  started = false;

  constructor(outgoing: ServerResponse, gone: AbortSignal, open: () => void) {
    this.#outgoing = outgoing;
    this.#gone = gone;
    this.#open = open;
  }

  async write(chunk: string | Buffer): Promise<void> {
    this.#gone.throwIfAborted();
    if (!this.started) this.#open();
    this.started = true;
    if (this.#outgoing.write(chunk)) return;
    await new Promise<void>((resolve, reject) => {
      const leave = () => reject(this.#gone.reason as Error);
      this.#gone.addEventListener("abort", leave, { once: true });
      this.#outgoing.once("drain", () => {
        this.#gone.removeEventListener("abort", leave);
        resolve();
      });
    });
  }

  end(): void {
    if (!this.started) this.#open();
    this.#outgoing.end();
  }

  /** The connection breaks: the client sees a network error, not an end. */
  async reset(): Promise<void> {
    if (!this.started) this.#open();
    // What was written has to be on its way before the reset throws the rest away.
    await new Promise((resolve) => setTimeout(resolve, 20));
    this.#outgoing.socket?.resetAndDestroy();
  }
}
