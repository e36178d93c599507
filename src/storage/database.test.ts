import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { migrations, openDatabase } from "./database.ts";

test("released migrations stay, in their order", () => {
  expect(migrations.map(({ name }) => name)).toEqual(["createStores"]);
});

test("the stores of this version", async () => {
  const database = await openDatabase({});
  expect(database.version).toBe(1);
  const { objectStoreNames: names } = database;
  const transaction = database.transaction(["conversations", "drafts", "messages", "pulls"]);
  expect([...names].map((name) => [name, transaction.objectStore(name).keyPath])).toEqual([
    ["conversations", "id"],
    ["drafts", "key"],
    ["messages", ["conversationId", "id"]],
    ["pulls", ["server", "name"]],
  ]);
  database.close();
});
