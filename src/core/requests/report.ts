import type { Cause } from "#src/core/connection/causes.ts";
import type { FindingKind } from "#src/core/connection/finding.ts";
import type { Exchange, ExchangeBody, Header } from "./exchange.ts";
import { longestGap } from "./exchange-timing.ts";
import { maskAddress, maskBase, maskText } from "./mask.ts";

/** How things stood when the report was made. */
export type ReportSurroundings = {
  readonly build: string;
  /** Where the app was loaded from. */
  readonly page: string;
  /** The browser in its own words. */
  readonly browser: string;
  readonly language: string;
  readonly isOnline: boolean;
  readonly servers: readonly ReportServer[];
};

export type ReportServer = {
  readonly address: string;
  readonly state: string;
  readonly version?: string;
  /** What the doctor found, without what it tried: that may repeat what a server said. */
  readonly finding?: FindingKind & { readonly causes?: readonly Cause[] };
};

export type ReportWishes = {
  /** What the user says went wrong; empty for nothing. */
  readonly note: string;
  readonly withBodies: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly madeAt: number;
};

export type ReportBody = {
  readonly bytes: number;
  readonly text?: string;
  /** Why not all of it is here. */
  readonly lacks?: "left out" | "cut" | "not kept" | "a file";
};

export type ReportExchange = {
  readonly id: number;
  readonly replayOf?: number;
  readonly sentAt: string;
  readonly request: {
    readonly method: string;
    readonly address: string;
    readonly headers: readonly Header[];
    readonly body: ReportBody;
  };
  readonly result: string;
  readonly status?: number;
  readonly response: { readonly headers: readonly Header[]; readonly body: ReportBody };
  /** Milliseconds after it was sent. */
  readonly timings: {
    readonly headers?: number;
    readonly firstChunk?: number;
    readonly lastChunk?: number;
    readonly end?: number;
    readonly longestGap?: number;
  };
  readonly chunkCount: number;
  /** Milliseconds after it was sent, and bytes; the first of them. */
  readonly chunks: readonly (readonly [number, number])[];
};

export type RequestsReport = ReportSurroundings & {
  readonly format: "candor.requests";
  readonly version: 1;
  readonly madeAt: string;
  readonly note?: string;
  readonly exchanges: readonly ReportExchange[];
};

/** A bug report: the given exchanges and how things stood. All that is in it was masked when it was recorded. */
export function requestsReport(
  exchanges: readonly Exchange[],
  surroundings: ReportSurroundings,
  { note, withBodies, madeAt }: ReportWishes,
): RequestsReport {
  return {
    format: "candor.requests",
    version: 1,
    madeAt: new Date(madeAt).toISOString(),
    ...(note.trim() ? { note: note.trim() } : {}),
    ...surroundings,
    page: maskAddress(surroundings.page).text,
    servers: surroundings.servers.map(maskedServer),
    exchanges: exchanges.map((exchange) => reported(exchange, withBodies)),
  };
}

function maskedServer({ address, ...server }: ReportServer): ReportServer {
  const text = maskText(JSON.stringify(server)).text.replaceAll(address, maskBase(address));
  return { ...(JSON.parse(text) as ReportServer), address: maskBase(maskAddress(address).text) };
}

function reported(exchange: Exchange, withBodies: boolean): ReportExchange {
  const { id, replayOf, sentAt, method, server, path, status, sent, received } = exchange;
  return {
    id,
    ...(replayOf === undefined ? {} : { replayOf }),
    sentAt: new Date(sentAt).toISOString(),
    request: {
      method,
      address: maskBase(server) + path,
      headers: sent.headers,
      body: reportedBody(sent.body, withBodies),
    },
    result: resultOf(exchange),
    ...(status === undefined ? {} : { status }),
    response: { headers: received.headers, body: reportedBody(received.body, withBodies) },
    timings: timingsOf(exchange),
    chunkCount: exchange.chunkCount,
    chunks: exchange.chunks.map(({ at, bytes }) => [tenths(at), bytes]),
  };
}

function timingsOf(exchange: Exchange): ReportExchange["timings"] {
  const { headersAt, firstAt, lastAt, endedAt } = exchange;
  const gap = longestGap(exchange);
  return {
    ...(headersAt === undefined ? {} : { headers: tenths(headersAt) }),
    ...(firstAt === undefined ? {} : { firstChunk: tenths(firstAt) }),
    ...(lastAt === undefined ? {} : { lastChunk: tenths(lastAt) }),
    ...(endedAt === undefined ? {} : { end: tenths(endedAt) }),
    ...(gap === undefined ? {} : { longestGap: tenths(gap) }),
  };
}

/** No browser measures more finely. */
function tenths(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function resultOf({ state, cutHow }: Exchange): string {
  switch (state) {
    case "waiting":
      return "no answer yet";
    case "receiving":
      return "the answer is coming";
    case "done":
      return "answered";
    case "stopped":
      return "ended by the app: the user, or its deadline";
    case "failed":
      return "nothing readable came back";
    case "cut":
      return cutHow === "broken" ? "the connection broke" : "the answer ended without its last word";
  }
}

function reportedBody(body: ExchangeBody, withBodies: boolean): ReportBody {
  const { bytes, text } = body;
  if (bytes === 0) return { bytes };
  if (body.isFile) return { bytes, lacks: "a file" };
  if (body.isGone) return { bytes, lacks: "not kept" };
  if (!withBodies) return { bytes, lacks: "left out" };
  return { bytes, text, ...(body.isCut ? { lacks: "cut" as const } : {}) };
}
