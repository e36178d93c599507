import { create } from "zustand";

/** The notices that there are, and what they offer, by their keys in the message catalogue. */
type NoticeKey =
  | "actions.going"
  | "actions.undo"
  | "actions.copied"
  | "actions.renamed"
  | "chat.copied"
  | "chat.copiedWithoutLooks"
  | "chat.copyFailed"
  | "chat.deleted"
  | "chat.notConfigured"
  | "chat.undo"
  | "conversations.archivedOne"
  | "conversations.deleted"
  | "conversations.undo"
  | "pulls.chat"
  | "pulls.checked"
  | "pulls.cleared"
  | "pulls.ready"
  | "pulls.see"
  | "pulls.undo"
  | "serverHealth.cameBack"
  | "serverHealth.cleared"
  | "serverHealth.see"
  | "serverHealth.undo"
  | "serverHealth.wentDown"
  | "servers.found"
  | "servers.notKept"
  | "servers.removed"
  | "servers.undo";

export type Notice = {
  readonly id: number;
  readonly text: NoticeKey;
  readonly values?: Record<string, string | number> | undefined;
  readonly action?: { readonly label: NoticeKey; readonly run: () => void } | undefined;
  /** Called once it is gone, whether by time, by its cross or by its action; it makes no room for others. */
  readonly onGone?: (() => void) | undefined;
};

/** More than these at once would cover what the user is doing. */
const atMost = 3;
let lastId = 0;

export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

/** Says something in passing; it goes by itself. Errors do not belong here: they stand where they happened. Gives back its id. */
export function notify(notice: Omit<Notice, "id">): number {
  lastId += 1;
  const shown: Notice = { ...notice, id: lastId };
  const all = [...useNotices.getState().notices, shown];
  // What waits to be gone is not hurried by others.
  const passing = all.filter(({ onGone }) => !onGone);
  const over = passing.slice(0, Math.max(0, all.length - atMost));
  keep(all.filter((other) => !over.includes(other)));
  return shown.id;
}

export function dismissNotice(id: number): void {
  keep(useNotices.getState().notices.filter((notice) => notice.id !== id));
}

function keep(notices: readonly Notice[]): void {
  const gone = useNotices.getState().notices.filter((notice) => !notices.includes(notice));
  useNotices.setState({ notices });
  for (const { onGone } of gone) onGone?.();
}
