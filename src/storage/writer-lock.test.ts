import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { ConversationId } from "#src/core/conversation/message.ts";
import { acquireWriter, isHeldElsewhere } from "./writer-lock.ts";

/** What the browser's lock manager does with `ifAvailable`, for this and other tabs. */
class FakeLocks {
  readonly names = new Set<string>();

  async request(name: string, _options: unknown, work: (lock: unknown) => Promise<void> | undefined) {
    if (this.names.has(name)) return work(null);
    this.names.add(name);
    await work({ name });
    this.names.delete(name);
  }

  async query() {
    return { held: Array.from(this.names, (name) => ({ name })) };
  }
}

function refuse() {
  return Promise.reject(new DOMException("sandboxed", "SecurityError"));
}

let locks: FakeLocks;

beforeEach(() => {
  locks = new FakeLocks();
  vi.stubGlobal("navigator", { locks });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("holds the lock until it is released", async () => {
  const id = "c1" as ConversationId;
  const lock = await acquireWriter(id);
  expect([...locks.names]).toEqual(["candor.write.c1"]);
  expect(await acquireWriter(id)).toBeNull();
  expect(await isHeldElsewhere(id)).toBe(false);
  lock?.release();
  await vi.waitFor(() => expect(locks.names.size).toBe(0));
  (await acquireWriter(id))?.release();
});

test("gives way to another tab", async () => {
  const id = "c2" as ConversationId;
  locks.names.add("candor.write.c2");
  expect(await isHeldElsewhere(id)).toBe(true);
  expect(await acquireWriter(id)).toBeNull();
  locks.names.clear();
  expect(await isHeldElsewhere(id)).toBe(false);
  (await acquireWriter(id))?.release();
});

test("works without Web Locks, and where they are refused", async () => {
  const id = "c3" as ConversationId;
  vi.stubGlobal("navigator", {});
  const first = await acquireWriter(id);
  expect(first).not.toBeNull();
  expect(await isHeldElsewhere(id)).toBe(false);
  first?.release();
  vi.stubGlobal("navigator", { locks: { request: refuse, query: refuse } });
  expect(await isHeldElsewhere(id)).toBe(false);
  (await acquireWriter(id))?.release();
});
