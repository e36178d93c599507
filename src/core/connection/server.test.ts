import { expect, test } from "vitest";
import { checkMs, plainServer } from "./server.ts";

test("a check waits four seconds, less where the list does, and more where the user gave the server more than is usual", () => {
  const wait = (seconds: number) => checkMs({ deadlineMs: seconds * 1000 });
  expect(checkMs(plainServer("http://a", "user"))).toBe(4000);
  expect([1, 4, 10, 30, 120].map(wait)).toEqual([1000, 4000, 4000, 30_000, 120_000]);
});
