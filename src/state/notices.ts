import { create } from "zustand";

/** Key of a text in the message catalogue. */
type Key = Parameters<import("#src/ui/i18n.tsx").Translate>[0];

export type Notice = {
  readonly id: number;
  readonly text: Key;
  readonly values?: Record<string, string | number> | undefined;
  readonly action?: { readonly label: Key; readonly run: () => void } | undefined;
};

/** More than these at once would cover what the user is doing. */
const atMost = 3;
let lastId = 0;

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

/** Says something in passing; it goes by itself. Errors do not belong here: they stand where they happened. */
export function notify(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const shown: Notice = { ...notice, id: lastId };
  useNotices.setState(({ notices }) => ({ notices: [...notices, shown].slice(-atMost) }));
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
