import { type Chunk, type Exchange, type ExchangeBody, isOver, noBody } from "#src/core/requests/exchange.ts";
import { endsWhole, exchangeKindOf } from "#src/core/requests/exchange-kind.ts";
import { type BodyKeeper, createBodyKeeper, fileBody } from "#src/core/requests/keep-body.ts";
import { maskAddress, maskReceivedHeader, maskSentHeader, secretsIn } from "#src/core/requests/mask.ts";
import type { ExchangeObserver, SentRequest } from "#src/ollama/tap-observer.ts";

export const keptExchanges = 200;
export const keptChunks = 10_000;
/** Of all bodies and chunks together, in characters and what chunks count for; the oldest are let go first. */
const keptInAll = 32_000_000;

/** What a chunk's time and size weigh in memory, in bytes. */
const chunkWeight = 32;

type Draft = {
  exchange: Exchange;
  readonly received: BodyKeeper;
  isDirty: boolean;
  /** Characters and chunks that it keeps. */
  weight: number;
};

export type Recorder = {
  readonly observe: (request: SentRequest, replayOf: number | undefined) => ExchangeObserver;
  /** From the oldest to the newest; what did not change since the last call is the same object. */
  readonly exchanges: () => readonly Exchange[];
  readonly clear: () => void;
};

export type RecorderEdges = {
  /** Milliseconds from any beginning, never going back. */
  readonly clock: () => number;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly onChange: () => void;
};

/** Keeps the last exchanges, secrets masked before anything is kept. */
export function createRecorder({ clock, now, onChange }: RecorderEdges): Recorder {
  let drafts: readonly Draft[] = [];
  let lastId = 0;
  let total = 0;

  function change(draft: Draft, next: Partial<Exchange>): void {
    draft.exchange = { ...draft.exchange, ...next };
    draft.isDirty = true;
    weigh(draft);
    onChange();
  }

  function weigh(draft: Draft): void {
    // What was cleared, or pushed out, weighs nothing here.
    if (!drafts.includes(draft)) return;
    const { sent, chunks } = draft.exchange;
    const received = draft.received.body();
    const weight = sent.body.text.length + received.text.length + chunks.length * chunkWeight;
    total += weight - draft.weight;
    draft.weight = weight;
    for (const old of drafts) {
      if (total <= keptInAll) break;
      if (old !== draft) letGo(old);
    }
  }

  function letGo(draft: Draft): void {
    if (draft.weight === 0) return;
    const { sent } = draft.exchange;
    draft.received.drop();
    draft.exchange = {
      ...draft.exchange,
      sent: { ...sent, body: { ...sent.body, text: "", isGone: sent.body.bytes > 0 } },
      chunks: [],
    };
    draft.isDirty = true;
    total -= draft.weight;
    draft.weight = 0;
  }

  function keep(draft: Draft): void {
    drafts = [...drafts, draft];
    const [oldest] = drafts;
    if (drafts.length > keptExchanges && oldest) {
      total -= oldest.weight;
      drafts = drafts.slice(1);
    }
    weigh(draft);
    onChange();
  }

  return {
    observe(request, replayOf) {
      const from = clock();
      const at = (): number => clock() - from;
      lastId += 1;
      const secrets = request.headers.flatMap(([name, value]) => secretsIn(name, value));
      const chunks: Chunk[] = [];
      const draft: Draft = {
        exchange: {
          ...begun(request, secrets),
          id: lastId,
          sentAt: now(),
          chunks,
          ...(replayOf === undefined ? {} : { replayOf }),
        },
        received: createBodyKeeper(new TextDecoder(), secrets),
        isDirty: true,
        weight: 0,
      };
      keep(draft);
      let tail = "";
      const tailDecoder = new TextDecoder();

      function finish(next: Pick<Exchange, "state" | "cutHow">): void {
        if (isOver(draft.exchange)) return;
        draft.received.end();
        change(draft, { ...next, endedAt: at() });
      }

      function isWhole(): boolean | undefined {
        const { path, status = 0, received } = draft.exchange;
        const type = received.headers.find(([name]) => name.toLowerCase() === "content-type")?.[1] ?? "";
        return status >= 200 && status < 300 ? endsWhole(path, type, tail) : undefined;
      }

      return {
        answered(status, statusText, headers) {
          const masked = headers.map(
            ([name, value]) => [name, maskReceivedHeader(name, value, secrets)] as const,
          );
          const received = { ...draft.exchange.received, headers: masked };
          change(draft, { state: "receiving", status, statusText, headersAt: at(), received });
        },
        received(bytes) {
          const time = at();
          draft.received.push(bytes);
          tail = (tail + tailDecoder.decode(bytes, { stream: true })).slice(-1000);
          const { firstAt = time, chunkCount, chunks: kept } = draft.exchange;
          if (kept === chunks && chunks.length < keptChunks) chunks.push({ at: time, bytes: bytes.length });
          change(draft, { firstAt, lastAt: time, chunkCount: chunkCount + 1 });
        },
        ended: () => finish(isWhole() === false ? { state: "cut", cutHow: "ended" } : { state: "done" }),
        // A reader that has the last word of a stream leaves off reading.
        stopped: () => finish(isWhole() === true ? { state: "done" } : { state: "stopped" }),
        failed: () =>
          finish(
            draft.exchange.state === "receiving" ? { state: "cut", cutHow: "broken" } : { state: "failed" },
          ),
      };
    },
    exchanges: () =>
      drafts.map((draft) => {
        if (draft.isDirty) {
          draft.isDirty = false;
          const { received } = draft.exchange;
          draft.exchange = { ...draft.exchange, received: { ...received, body: draft.received.body() } };
        }
        return draft.exchange;
      }),
    clear() {
      drafts = [];
      total = 0;
      onChange();
    },
  };
}

function begun(
  request: SentRequest,
  secrets: readonly string[],
): Omit<Exchange, "id" | "sentAt" | "chunks" | "replayOf"> {
  const server = request.server.replace(/\/+$/, "");
  const bare = request.url.startsWith(server) ? request.url.slice(server.length) : request.url;
  const path = maskAddress(bare, secrets);
  return {
    server: maskAddress(server).text,
    path: path.text,
    isPathMasked: path.isMasked,
    method: request.method,
    // An address that ends in `/v1` has that of the path already.
    kind: exchangeKindOf(server.endsWith("/v1") ? `/v1${bare}` : bare),
    isBlind: request.isBlind,
    ...(request.staysHere ? { staysHere: true } : {}),
    state: "waiting",
    sent: {
      headers: request.headers.map(([name, value]) => [name, maskSentHeader(name, value)]),
      body: sentBody(request.body, secrets),
    },
    received: { headers: [], body: noBody },
    chunkCount: 0,
  };
}

function sentBody(body: SentRequest["body"], secrets: readonly string[]): ExchangeBody {
  if (body === undefined) return noBody;
  if (typeof body !== "string") return fileBody(body.size);
  const keeper = createBodyKeeper(new TextDecoder(), secrets);
  keeper.push(new TextEncoder().encode(body));
  keeper.end();
  return keeper.body();
}
