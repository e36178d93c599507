import { expect, test } from "vitest";
import type { Conversation } from "./message.ts";
import { searchTitles } from "./search.ts";

function titled(...titles: readonly string[]): readonly Conversation[] {
  return titles.map((title) => ({ title }) as Conversation);
}

test.each([
  ["CAFE", ["Café in Paris"]],
  ["paris café", ["Café in Paris"]],
  ["ЕЛКА", ["Ёлка и еж"]],
  ["ａbc", ["abc 测试"]],
  ["测试", ["abc 测试"]],
  ["paris ёлка", []],
  ["  ", ["Café in Paris", "Ёлка и еж", "abc 测试"]],
])("%j finds %j", (query, found) => {
  const list = titled("Café in Paris", "Ёлка и еж", "abc 测试");
  expect(searchTitles(list, query).map(({ title }) => title)).toEqual(found);
});
