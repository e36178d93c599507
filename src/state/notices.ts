import { create } from "zustand";

/** The notices that there are, and what they offer, by their keys in the message catalogue. */
type NoticeKey =
  | "chat.copied"
  | "chat.copiedWithoutLooks"
  | "chat.copyFailed"
  | "chat.deleted"
  | "chat.undo"
  | "conversations.archivedOne"
  | "conversations.deleted"
  | "conversations.undo"
  | "pulls.chat"
  | "pulls.checked"
  | "pulls.cleared"
  | "pulls.ready"
  | "pulls.see"
  | "pulls.undo";

export type Notice = {
  readonly id: number;
  readonly text: NoticeKey;
  readonly values?: Record<string, string | number> | undefined;
  readonly action?: { readonly label: NoticeKey; readonly run: () => void } | undefined;
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
