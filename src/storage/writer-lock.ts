import type { ConversationId } from "#src/core/conversation/message.ts";
import { createLeases, type Leases } from "./lease.ts";
import { localItems } from "./local-items.ts";
import { newId } from "./new-id.ts";

/** The right to write replies into a conversation; it ends with the tab. */
export type WriterLock = {
  /**
   * To be called as bytes arrive: browsers slow the timers of hidden pages down to one a minute, too slow for
   * the lease where there are no Web Locks.
   */
  readonly renew: () => void;
  readonly release: () => void;
};

const taking = new Set<ConversationId>();
const held = new Set<ConversationId>();
let leases: Leases | undefined;

/** Takes the lock of a conversation; null where another tab, or this one already, writes to it. Never throws. */
export async function acquireWriter(id: ConversationId): Promise<WriterLock | null> {
  if (held.has(id) || taking.has(id)) return null;
  taking.add(id);
  const lock = await (webLocks() ? acquireWebLock(id) : ownLeases().acquire(id));
  taking.delete(id);
  if (!lock) return null;
  held.add(id);
  return {
    renew: lock.renew,
    release() {
      held.delete(id);
      lock.release();
    },
  };
}

/** Whether another tab writes to a conversation: an open reply without a writer has lost its tab. */
export async function isHeldElsewhere(id: ConversationId): Promise<boolean> {
  if (held.has(id)) return false;
  const locks = webLocks();
  if (!locks) return ownLeases().isHeldElsewhere(id);
  try {
    const state = await locks.query();
    return state.held?.some(({ name }) => name === nameOf(id)) ?? false;
  } catch {
    return ownLeases().isHeldElsewhere(id);
  }
}

function acquireWebLock(id: ConversationId): Promise<WriterLock | null> {
  return new Promise((resolve) => {
    const request = webLocks()?.request(nameOf(id), { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(null);
        return undefined;
      }
      return new Promise<void>((release) => resolve({ renew() {}, release }));
    });
    // Refused as a whole in sandboxed frames.
    request?.catch(() => resolve(ownLeases().acquire(id)));
  });
}

/** Web Locks are only in secure contexts. */
function webLocks(): LockManager | undefined {
  return globalThis.navigator?.locks;
}

function ownLeases(): Leases {
  leases ??= createLeases(localItems(), newId(), Date.now);
  return leases;
}

function nameOf(id: ConversationId): string {
  return `candor.write.${id}`;
}
