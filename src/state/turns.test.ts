import { expect, test } from "vitest";
import { createTurns } from "./turns.ts";

test("one at a time, first come first served", async () => {
  const turns = createTurns();
  const order: string[] = [];
  const signal = new AbortController().signal;
  const run = async (name: string) => {
    const end = await turns.take(signal);
    order.push(`${name} begins`);
    await Promise.resolve();
    order.push(`${name} ends`);
    end();
  };
  await Promise.all([run("a"), run("b"), run("c")]);
  expect(order).toEqual(["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
});

test("who gives up while waiting is passed over, and does not let the next one in early", async () => {
  const turns = createTurns();
  const end = await turns.take(new AbortController().signal);
  const impatient = new AbortController();
  const second = turns.take(impatient.signal);
  let isIn = false;
  const third = turns.take(new AbortController().signal).then(() => (isIn = true));
  impatient.abort("enough");
  await expect(second).rejects.toBe("enough");
  await new Promise((done) => setTimeout(done));
  expect(isIn).toBe(false);
  end();
  await third;
  expect(isIn).toBe(true);
});
