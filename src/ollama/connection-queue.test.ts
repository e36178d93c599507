import { describe, expect, it } from "vitest";
import { enqueue, streamsPerServer } from "./connection-queue.ts";

const never = new AbortController().signal;

describe("the queue of a server", () => {
  it("lets four in, tells the others their position, and moves up", async () => {
    const releases = await Promise.all(
      Array.from({ length: streamsPerServer }, () => enqueue("http://a:1", never)),
    );
    const positions: Record<string, number[]> = { first: [], second: [], third: [] };
    const wait = (name: string, signal = never) =>
      enqueue("http://a:1/", signal, (position) => positions[name]?.push(position));
    const leaving = new AbortController();
    const first = wait("first");
    const second = wait("second", leaving.signal);
    const third = wait("third");
    expect(positions).toEqual({ first: [1], second: [2], third: [3] });

    leaving.abort();
    await expect(second).rejects.toMatchObject({ name: "AbortError" });
    expect(positions["third"]).toEqual([3, 2]);

    releases[0]?.();
    releases[0]?.();
    const releaseFirst = await first;
    expect(positions["third"]).toEqual([3, 2, 1]);
    releaseFirst();
    (await third)();
    for (const release of releases) release();
  });

  it("has a line of its own for every server, and none for an aborted signal", async () => {
    const taken = await Promise.all(
      Array.from({ length: streamsPerServer }, () => enqueue("http://b:1", never)),
    );
    const other = await enqueue("http://b:2", never);
    await expect(enqueue("http://b:2", AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
    for (const release of [...taken, other]) release();
  });
});
