import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { connect } from "./connection.ts";
import { type Database, openDatabase } from "./database.ts";

vi.mock("./database.ts", { spy: true });

type Callbacks = Parameters<typeof openDatabase>[0];

/** One attempt to open, to be answered by the test. */
type Attempt = {
  readonly callbacks: Callbacks;
  readonly succeed: (database: Database) => void;
  readonly fail: (error: Error) => void;
};

const attempts: Attempt[] = [];

function latest(): Attempt {
  const attempt = attempts.at(-1);
  if (!attempt) throw new Error("not opened");
  return attempt;
}

function fakeDatabase() {
  return { close: vi.fn() } as unknown as Database;
}

const event = new Event("test") as IDBVersionChangeEvent;

beforeEach(() => {
  vi.useFakeTimers();
  attempts.length = 0;
  vi.mocked(openDatabase).mockImplementation(
    (callbacks) =>
      new Promise((succeed, fail) => {
        attempts.push({ callbacks, succeed, fail });
      }),
  );
});

afterEach(() => {
  vi.useRealTimers();
});

test("is ready with the database", async () => {
  const connection = connect(() => {});
  const ready = connection.ready();
  const database = fakeDatabase();
  latest().succeed(database);
  expect(await ready).toBe(database);
  expect(connection.current()).toBe(database);
});

test("goes on without it while an older page blocks, and takes it when it comes", async () => {
  const onChange = vi.fn();
  const connection = connect(onChange);
  const ready = connection.ready();
  latest().callbacks.blocked?.(1, 2, event);
  expect(await ready).toBeUndefined();
  expect(onChange).toHaveBeenCalledTimes(1);
  const database = fakeDatabase();
  latest().succeed(database);
  await vi.waitFor(() => expect(connection.current()).toBe(database));
  expect(onChange).toHaveBeenCalledTimes(2);
  expect(attempts).toHaveLength(1);
});

test("does not wait for ever, and does not open twice at once", async () => {
  const connection = connect(() => {});
  const ready = connection.ready();
  await vi.advanceTimersByTimeAsync(4000);
  expect(await ready).toBeUndefined();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await connection.ready()).toBeUndefined();
  expect(attempts).toHaveLength(1);
});

test("tries again after a failure, but not at every call", async () => {
  const connection = connect(() => {});
  const ready = connection.ready();
  latest().fail(new DOMException("no", "UnknownError"));
  expect(await ready).toBeUndefined();
  expect(await connection.ready()).toBeUndefined();
  expect(attempts).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(5000);
  const again = connection.ready();
  const database = fakeDatabase();
  latest().succeed(database);
  expect(await again).toBe(database);
});

test("opens again after the browser closed it", async () => {
  const connection = connect(() => {});
  const ready = connection.ready();
  latest().succeed(fakeDatabase());
  await ready;
  latest().callbacks.terminated?.();
  expect(connection.current()).toBeUndefined();
  expect(attempts).toHaveLength(2);
  const database = fakeDatabase();
  latest().succeed(database);
  expect(await connection.ready()).toBe(database);
});

test("gives way to a newer version for good, and to a deletion for a while", async () => {
  const connection = connect(() => {});
  const ready = connection.ready();
  const database = fakeDatabase();
  latest().succeed(database);
  await ready;
  await vi.advanceTimersByTimeAsync(60_000);
  latest().callbacks.blocking?.(1, null, event);
  expect(database.close).toHaveBeenCalled();
  expect(connection.isOutdated()).toBe(false);
  const again = connection.ready();
  latest().succeed(fakeDatabase());
  await again;
  latest().callbacks.blocking?.(1, 2, event);
  expect(connection.isOutdated()).toBe(true);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await connection.ready()).toBeUndefined();
  expect(attempts).toHaveLength(2);
});
