import { accessTo } from "./access.ts";
import type { Tap } from "./tap.ts";

export type SentRequest = {
  readonly server: string;
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  /** Text as it is sent, or the bytes of a file that is not read. */
  readonly body: string | Blob | undefined;
  /** Without a right to read the answer (`no-cors`). */
  readonly isBlind: boolean;
  /** A redirect is not followed. */
  readonly staysHere?: boolean;
  readonly signal: AbortSignal | undefined;
};

/** What is told of one exchange: `answered` at most once, `received` for each piece of the body, then one of the last three. */
export type ExchangeObserver = {
  readonly answered: (
    status: number,
    statusText: string,
    headers: readonly (readonly [string, string])[],
  ) => void;
  readonly received: (bytes: Uint8Array) => void;
  /** The answer's body came to its end. */
  readonly ended: () => void;
  /** The app wants no more: aborted, or left off reading. */
  readonly stopped: () => void;
  /** The connection failed, before the answer's head or after it. */
  readonly failed: () => void;
};

/** Tells of everything that is sent through it. `observe` may decline a request, which then goes its way unseen. */
export function createTap(observe: (request: SentRequest) => ExchangeObserver | undefined): Tap {
  return {
    async fetch(server, url, init) {
      const signal = init.signal ?? undefined;
      const observer = observe({
        server,
        url,
        method: (init.method ?? "GET").toUpperCase(),
        headers: [...new Headers(init.headers)],
        body: typeof init.body === "string" || init.body instanceof Blob ? init.body : undefined,
        isBlind: init.mode === "no-cors",
        staysHere: init.redirect === "manual",
        signal,
      });
      const response = fetch(url, init);
      if (!observer) return response;
      const end = (): void => (signal?.aborted ? observer.stopped() : observer.failed());
      let answer: Response;
      try {
        answer = await response;
      } catch (error) {
        end();
        throw error;
      }
      observer.answered(answer.status, answer.statusText, [...answer.headers]);
      if (answer.body && canBeMade(answer.status)) return watched(answer, answer.body, observer, end);
      observer.ended();
      return answer;
    },
    upload(server, url, request, body) {
      const headers = [...new Headers({ ...accessTo(server), "Content-Type": "application/octet-stream" })];
      const observer = observe({
        server,
        url,
        method: "POST",
        headers,
        body,
        isBlind: false,
        signal: undefined,
      });
      if (observer) watchUpload(request, observer);
    },
  };
}

/** The statuses that a response may be made with; a server may send others, and its answer then goes its way unread. */
function canBeMade(status: number): boolean {
  return status >= 200 && status <= 599;
}

/** The same answer, whose body tells of each piece that is read of it, and reads nothing ahead. */
function watched(
  answer: Response,
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  observer: ExchangeObserver,
  broke: () => void,
): Response {
  const reader = body.getReader();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (done) {
            observer.ended();
            controller.close();
          } else {
            observer.received(value);
            controller.enqueue(value);
          }
        } catch (error) {
          broke();
          controller.error(error);
        }
      },
      cancel(reason) {
        observer.stopped();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
  const { status, statusText, headers, url, redirected, type } = answer;
  const same = new Response(stream, { status, statusText, headers });
  // A response that is made has none of these.
  for (const [name, value] of Object.entries({ url, redirected, type }))
    Object.defineProperty(same, name, { value });
  return same;
}

function watchUpload(request: XMLHttpRequest, observer: ExchangeObserver): void {
  request.addEventListener("readystatechange", () => {
    if (request.readyState !== XMLHttpRequest.HEADERS_RECEIVED) return;
    const headers = request
      .getAllResponseHeaders()
      .trim()
      .split("\r\n")
      .filter((line) => line.includes(":"))
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()] as const);
    observer.answered(request.status, request.statusText, headers);
  });
  request.addEventListener("load", () => {
    if (request.responseText !== "") observer.received(new TextEncoder().encode(request.responseText));
    observer.ended();
  });
  request.addEventListener("error", () => observer.failed());
  request.addEventListener("abort", () => observer.stopped());
}
