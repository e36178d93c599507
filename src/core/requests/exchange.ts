import type { ExchangeKind } from "./exchange-kind.ts";

export type Header = readonly [name: string, value: string];

/** A body, secrets masked, as far as it is kept. */
export type ExchangeBody = {
  readonly text: string;
  /** Bytes that went or came; `text` holds the first of them. */
  readonly bytes: number;
  readonly isCut: boolean;
  /** A secret was masked in it. */
  readonly isMasked: boolean;
  /** It was let go to make room for newer ones. */
  readonly isGone: boolean;
  /** A file: what is in it is never kept. */
  readonly isFile: boolean;
};

/** One piece of an answer's body, as it was read. `at` is in milliseconds after the request was sent. */
export type Chunk = { readonly at: number; readonly bytes: number };

/**
 * `waiting` for the answer's head; `receiving` its body; `done`; `stopped` by this app (the user, or a deadline of ours); `failed`:
 * nothing readable came; `cut`: the body broke off, or ended without the last word that a stream of its kind has.
 */
type ExchangeState = "waiting" | "receiving" | "done" | "stopped" | "failed" | "cut";

/** A request and what came of it. Times ending in `At` are milliseconds after it was sent. */
export type Exchange = {
  /** Counted from 1 in this tab. */
  readonly id: number;
  /** The request that this one sent again. */
  readonly replayOf?: number;
  /** Base address of the server. */
  readonly server: string;
  /** Path and query, secrets masked. */
  readonly path: string;
  readonly method: string;
  readonly kind: ExchangeKind;
  /** Sent without a right to read the answer (`no-cors`), to see whether anything answers. */
  readonly isBlind: boolean;
  /** A redirect was not to be followed. */
  readonly staysHere?: boolean;
  /** Milliseconds since 1970 UTC. */
  readonly sentAt: number;
  readonly headersAt?: number;
  readonly firstAt?: number;
  readonly lastAt?: number;
  readonly endedAt?: number;
  readonly state: ExchangeState;
  readonly cutHow?: "broken" | "ended";
  /** 0 where the browser does not tell it. */
  readonly status?: number;
  readonly statusText?: string;
  readonly sent: { readonly headers: readonly Header[]; readonly body: ExchangeBody };
  readonly received: { readonly headers: readonly Header[]; readonly body: ExchangeBody };
  /** The first of them; `chunkCount` counts all. */
  readonly chunks: readonly Chunk[];
  readonly chunkCount: number;
  /** A secret was masked in its address. */
  readonly isPathMasked: boolean;
};

export const noBody: ExchangeBody = {
  text: "",
  bytes: 0,
  isCut: false,
  isMasked: false,
  isGone: false,
  isFile: false,
};

export function isOver({ state }: Exchange): boolean {
  return state !== "waiting" && state !== "receiving";
}

/** Whether an answer came with a status that tells of an error. */
export function isRefused({ status = 0 }: Exchange): boolean {
  return status >= 400;
}
