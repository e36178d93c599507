import { type Exchange, isRefused } from "./exchange.ts";
import type { ExchangeKind } from "./exchange-kind.ts";

export const outcomes = ["any", "2xx", "3xx", "4xx", "5xx", "faults", "open"] as const;

/** `faults`: everything that went wrong, whatever its status; `open`: what is not over. */
type Outcome = (typeof outcomes)[number];

export type ExchangeFilter = {
  /** Words that all have to be in the address, the method or a body, whatever their case. */
  readonly text: string;
  readonly outcome: Outcome;
  readonly kind: ExchangeKind | "any";
};

export const noFilter: ExchangeFilter = { text: "", outcome: "any", kind: "any" };

export function isFiltered(filter: ExchangeFilter): boolean {
  return filter.text.trim() !== "" || filter.outcome !== "any" || filter.kind !== "any";
}

/** The exchanges that a filter leaves, in their order. */
export function filterExchanges(
  exchanges: readonly Exchange[],
  { text, outcome, kind }: ExchangeFilter,
): readonly Exchange[] {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  return exchanges.filter(
    (exchange) =>
      (kind === "any" || exchange.kind === kind) &&
      hasOutcome(exchange, outcome) &&
      words.every((word) => hasWord(exchange, word)),
  );
}

function hasOutcome(exchange: Exchange, outcome: Outcome): boolean {
  const { state, status = 0 } = exchange;
  if (outcome === "any") return true;
  if (outcome === "open") return state === "waiting" || state === "receiving";
  if (outcome === "faults") return state === "failed" || state === "cut" || isRefused(exchange);
  return Math.floor(status / 100) === Number(outcome[0]);
}

function hasWord({ method, server, path, sent, received }: Exchange, word: string): boolean {
  return [`${method} ${server}${path}`, sent.body.text, received.body.text].some((part) =>
    part.toLowerCase().includes(word),
  );
}
