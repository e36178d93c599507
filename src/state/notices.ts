import { create } from "zustand";

/** Key of a text in the message catalogue; `ui` owns which there are. */
type Key = Parameters<import("#src/ui/i18n.tsx").Translate>[0];

export type Notice = {
  readonly id: number;
  readonly text: Key;
  readonly values?: Record<string, string | number>;
  readonly action?: { readonly label: Key; readonly run: () => void };
};

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

let lastId = 0;

/** Shows a short notice; for what happened elsewhere than where the user looks, never for an error. */
export function notify(notice: Omit<Notice, "id">): void {
  lastId += 1;
  const next = { ...notice, id: lastId };
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-2), next] }));
}

export function dismissNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
