import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Candidate, isServersFault, orderServers } from "./choose-server.ts";

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

describe("isServersFault", () => {
  test.each([
    [{ kind: "unreachable", url: "http://a/" }, true],
    [{ kind: "timeout", afterMs: 1 }, true],
    [{ kind: "cut", how: "broken" }, true],
    [
      {
        kind: "http",
        status: 503,
        message: "server busy, please try again.  maximum pending requests exceeded",
      },
      true,
    ],
    [{ kind: "http", status: 429, message: "" }, true],
    [{ kind: "http", status: 500, message: "llama-server process has terminated: signal: killed" }, true],
    [{ kind: "http", status: 404, message: "model 'llama3.2:latest' not found" }, true],
    [{ kind: "http", status: 404, message: "404 page not found" }, true],
    [
      {
        kind: "http",
        status: 400,
        message:
          "Invalid model name passed in model=qwen. Call `/v1/models` to view available models for your key.",
      },
      true,
    ],
    [{ kind: "http", status: 400, message: "This model's maximum context length is 4096 tokens." }, false],
    [{ kind: "http", status: 400, message: "top_p: must be at most 1" }, false],
    [{ kind: "http", status: 402, message: "Insufficient credits" }, true],
    [{ kind: "http", status: 403, message: "" }, true],
    [{ kind: "http", status: 400, message: '"llama3.2" does not support thinking' }, false],
    [{ kind: "http", status: 401, message: "unauthorized" }, true],
    [{ kind: "app", message: "TypeError" }, false],
    [{ kind: "in-stream", message: "an error" }, true],
    [{ kind: "in-stream", message: '"llama3.2" does not support tools' }, false],
    [{ kind: "lost-reason" }, true],
    [{ kind: "malformed", sample: "<html>" }, true],
  ] as const)("%j: %s", (error, expected) => {
    expect(isServersFault(error)).toBe(expected);
  });
});
