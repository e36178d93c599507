import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, orderServers } from "./choose-server.ts";

const plain: Omit<Candidate, "server"> = { isDown: false, isInMemory: false, running: 0 };
const a = { ...plain, server: "a" };
const b = { ...plain, server: "b" };
const c = { ...plain, server: "c" };

const candidates = fc
  .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 6 })
  .chain((servers) =>
    fc.tuple(
      ...servers.map((server) =>
        fc.record(
          {
            server: fc.constant(server),
            isDown: fc.boolean(),
            isInMemory: fc.boolean(),
            speed: fc.integer({ min: 1, max: 5 }),
            running: fc.nat(3),
          },
          { requiredKeys: ["server", "isDown", "isInMemory", "running"] },
        ),
      ),
    ),
  )
  .map((list): readonly Candidate[] => list);

describe("orderServers", () => {
  test("in memory comes before faster", () => {
    expect(
      orderServers([
        { ...a, speed: 90 },
        { ...b, isInMemory: true },
      ]),
    ).toEqual(["b", "a"]);
  });

  test("faster comes before less busy, and measured before unknown", () => {
    expect(orderServers([a, { ...b, speed: 20, running: 3 }, { ...c, speed: 10 }])).toEqual(["b", "c", "a"]);
  });

  test("less busy comes before earlier in the list", () => {
    expect(orderServers([{ ...a, running: 1 }, b, c])).toEqual(["b", "c", "a"]);
  });

  test("a server that is down is asked only where none is up", () => {
    expect(orderServers([{ ...a, isDown: true, isInMemory: true }, b])).toEqual(["b"]);
    expect(
      orderServers([
        { ...a, isDown: true },
        { ...b, isDown: true, isInMemory: true },
      ]),
    ).toEqual(["b", "a"]);
  });

  test("every server that is up is there once, in an order that no pair contradicts", () => {
    fc.assert(
      fc.property(candidates, (list) => {
        const order = orderServers(list);
        const up = list.filter(({ isDown }) => !isDown);
        const wanted = (up.length > 0 ? up : list).map(({ server }) => server);
        expect(new Set(order)).toEqual(new Set(wanted));
        expect(order).toHaveLength(wanted.length);
        const known = new Map(list.map((candidate, index) => [candidate.server, { ...candidate, index }]));
        for (const [at, server] of order.entries()) {
          const first = known.get(server);
          const next = known.get(order[at + 1] ?? "");
          if (!first || !next) continue;
          // The rule once more, as a number for each pair: memory outweighs speed, speed outweighs runs.
          const weight = (one: Candidate & { index: number }) =>
            (one.isInMemory ? 1e6 : 0) + (one.speed ?? 0) * 1e4 - one.running * 100 - one.index;
          expect(weight(first)).toBeGreaterThan(weight(next));
        }
      }),
    );
  });
});
