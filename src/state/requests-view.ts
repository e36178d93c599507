import { create } from "zustand";
import { type ExchangeFilter, noFilter } from "#src/core/requests/exchange-filter.ts";

export type RequestsView = {
  readonly filter: ExchangeFilter;
  /** The exchange whose details are shown. */
  readonly openId: number | undefined;
  /** What the user wrote for a bug report that is not saved yet. */
  readonly note: string;
};

/** How the page of requests was left. */
export const useRequestsView = create<RequestsView>(() => ({
  filter: noFilter,
  openId: undefined,
  note: "",
}));

export function changeFilter(change: Partial<ExchangeFilter>): void {
  useRequestsView.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

export function openExchange(openId: number | undefined): void {
  useRequestsView.setState({ openId });
}

export function writeNote(note: string): void {
  useRequestsView.setState({ note });
}
