import { conversationStore } from "./conversations.ts";
import { lateDraft, readDraft, writeDraft } from "./drafts.ts";

/** Up to this length, in UTF-16 code units, a draft is written at every key. */
const atOnce = 100_000;
/** A longer one after so many milliseconds without a key. */
const restMs = 400;

const keyOf = (base: string) => (base === "" ? "create" : `create ${base}`);

export type DraftKeeper = {
  /** What was typed on an earlier visit and is at hand; empty where there is none. */
  readonly read: () => string;
  /** The same, where it was too long to be at hand. */
  readonly readLate: () => Promise<string>;
  /** Keeps what is typed; it is read when it is written, which may be a moment later. */
  readonly keep: (length: number, text: () => string) => void;
  /** Writes at once what waits. */
  readonly flush: () => void;
  /** There is nothing to be kept any more. */
  readonly drop: () => void;
};

/** The draft of a model to be made from a base, or from none (`""`). */
export function draftKeeper(base: string): DraftKeeper {
  const key = keyOf(base);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let write: (() => void) | undefined;

  function flush(): void {
    clearTimeout(waiting);
    write?.();
    write = undefined;
  }

  return {
    read: () => readDraft(key),
    readLate: () => lateDraft(key),
    keep(length, text) {
      write = () => writeDraft(key, text());
      clearTimeout(waiting);
      if (length <= atOnce) flush();
      else waiting = setTimeout(flush, restMs);
    },
    flush,
    drop() {
      clearTimeout(waiting);
      write = undefined;
      writeDraft(key, "");
      // A long one is there.
      void conversationStore().then((store) => store.saveDraft(key, ""));
    },
  };
}
