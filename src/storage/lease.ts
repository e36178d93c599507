import * as v from "valibot";
import { type Items, readItem, writeItem } from "./local-items.ts";

/** How long a lease lasts without being renewed, and how often it is, in milliseconds. */
export const leaseTime = 6000;
const renewTime = 2000;
/** Two tabs that take a lease at once see each other's write after this, in milliseconds. */
const settleTime = 40;

const schema = v.object({ tab: v.string(), expires: v.number() });

export type Lease = { readonly renew: () => void; readonly release: () => void };

/** Leases in localStorage, for browsers and addresses (plain http) without Web Locks. */
export type Leases = {
  /** Null where another tab holds it. */
  readonly acquire: (id: string) => Promise<Lease | null>;
  readonly isHeldElsewhere: (id: string) => boolean;
};

/**
 * @param tab an id that no other tab has
 * @param now milliseconds since 1970 UTC
 */
export function createLeases(items: Items | undefined, tab: string, now: () => number): Leases {
  function holder(id: string): string | undefined {
    try {
      const { tab: owner, expires } = v.parse(schema, JSON.parse(readItem(keyOf(id), items) ?? "null"));
      const left = expires - now();
      // More than a whole lease is left only where the clock was set back.
      return left > 0 && left <= leaseTime ? owner : undefined;
    } catch {
      return undefined;
    }
  }

  function isHeldElsewhere(id: string): boolean {
    const owner = holder(id);
    return owner !== undefined && owner !== tab;
  }

  function write(id: string): boolean {
    return writeItem(keyOf(id), JSON.stringify({ tab, expires: now() + leaseTime }), items);
  }

  async function acquire(id: string): Promise<Lease | null> {
    if (isHeldElsewhere(id)) return null;
    // Where nothing can be written tabs cannot see each other's data either.
    if (!write(id)) return { renew() {}, release() {} };
    await new Promise((resolve) => setTimeout(resolve, settleTime));
    if (isHeldElsewhere(id)) return null;

    function renew(): void {
      if (!isHeldElsewhere(id)) write(id);
    }
    function release(): void {
      clearInterval(timer);
      globalThis.removeEventListener?.("pagehide", release);
      if (!isHeldElsewhere(id)) writeItem(keyOf(id), null, items);
    }
    renew();
    const timer = setInterval(renew, renewTime);
    globalThis.addEventListener?.("pagehide", release);
    return { renew, release };
  }

  return { acquire, isHeldElsewhere };
}

function keyOf(id: string): string {
  return `candor.lock.${id}`;
}
