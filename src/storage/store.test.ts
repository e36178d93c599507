import "fake-indexeddb/auto";
import { IDBFactory, IDBObjectStore } from "fake-indexeddb";
import { openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { conversationOf } from "#src/core/conversation/conversation.fixture.ts";
import type { ConversationId, Message, MessageId } from "#src/core/conversation/message.ts";
import { openStore, type Store } from "./store.ts";

const c1 = "c1" as ConversationId;
const c2 = "c2" as ConversationId;

const conversation = (id: ConversationId, title = "") => conversationOf({ id, title });

function message(id: string, content = id): Message {
  return { id: id as MessageId, parentId: null, role: "user", content, createdAt: 1 };
}

async function titles(store: Store): Promise<readonly string[]> {
  return (await store.conversations()).map(({ title }) => title);
}

async function texts(store: Store, id = c1): Promise<readonly string[]> {
  return (await store.messages(id)).map(({ content }) => content);
}

/** Makes writes fail as a full disk does, for rows that `isTooLarge` finds. */
function fill(isTooLarge: (row: unknown) => boolean) {
  const { put } = IDBObjectStore.prototype;
  return vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
    this: IDBObjectStore,
    row: unknown,
  ) {
    if (isTooLarge(row)) throw new DOMException("full", "QuotaExceededError");
    return put.call(this, row);
  });
}

beforeEach(() => {
  vi.stubGlobal("indexedDB", new IDBFactory());
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

test("what is written is there in the next page", async () => {
  const store = await openStore();
  await store.saveMessages(c1, [message("a"), message("b")], conversation(c1, "One"));
  await store.savePull({ name: "m", server: "s", startedAt: 5 });
  await store.saveDraft("new", "words");
  expect(store.state()).toBe("ok");

  const next = await openStore();
  expect(await next.conversations()).toEqual([conversation(c1, "One")]);
  expect(await next.messages(c1)).toEqual([message("a"), message("b")]);
  expect(await next.pulls()).toEqual([{ name: "m", server: "s", startedAt: 5 }]);
  expect(await next.draft("new")).toBe("words");
});

test("reads see writes that have not ended", async () => {
  const store = await openStore();
  const written = store.saveMessages(c1, [message("a")], conversation(c1, "One"));
  expect(await titles(store)).toEqual(["One"]);
  expect(await texts(store)).toEqual(["a"]);
  await written;
});

test("deleting takes what it names and no more", async () => {
  const store = await openStore();
  await store.importAll([
    { conversation: conversation(c1, "One"), messages: [message("a"), message("b")] },
    { conversation: conversation(c2, "Two"), messages: [message("a", "other")] },
  ]);
  await store.deleteMessages(c1, ["a" as MessageId]);
  expect(await texts(store)).toEqual(["b"]);
  expect(await texts(store, c2)).toEqual(["other"]);
  await store.deleteConversation(c1);
  expect(await titles(store)).toEqual(["Two"]);
  expect(await texts(store)).toEqual([]);
  await store.savePull({ name: "m", server: "s", startedAt: 5 });
  await store.deletePull("m", "s");
  expect(await store.pulls()).toEqual([]);
  await store.deleteAll();
  expect(await titles(await openStore())).toEqual([]);
});

test("a broken record costs no other", async () => {
  const store = await openStore();
  await store.saveMessages(c1, [message("a"), message("b")], conversation(c1, "One"));
  const database = await openDB("candor");
  await database.put("conversations", { id: "broken", title: 5 });
  await database.put("messages", { id: "x", conversationId: "c1", role: "user" });
  expect(await titles(store)).toEqual(["One"]);
  expect(await texts(store)).toEqual(["a", "b"]);
  expect(await database.count("messages")).toBe(3);
  database.close();
});

test("without IndexedDB it works in memory and says so", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const store = await openStore();
  expect(store.state()).toBe("memory");
  await store.saveMessages(c1, [message("a")], conversation(c1, "One"));
  await store.saveMessages(c1, [message("a", "longer")]);
  expect(await titles(store)).toEqual(["One"]);
  expect(await texts(store)).toEqual(["longer"]);
  await store.deleteConversation(c1);
  expect(await titles(store)).toEqual([]);
});

test("what does not fit stays in this page, and is written once it fits", async () => {
  const store = await openStore();
  const states: string[] = [];
  store.subscribe(() => states.push(store.state()));
  const full = fill(() => true);
  await store.saveMessages(c1, [message("a")], conversation(c1, "One"));
  await store.saveMessages(c1, [message("a", "longer")]);
  expect(store.state()).toBe("full");
  expect(await texts(store)).toEqual(["longer"]);
  expect(await titles(await openStore())).toEqual([]);

  full.mockRestore();
  await store.saveMessages(c1, [message("b")]);
  expect(states).toEqual(["full", "ok"]);
  const next = await openStore();
  expect(await titles(next)).toEqual(["One"]);
  expect(await texts(next)).toEqual(["longer", "b"]);
});

test("one thing too large keeps no other from being written", async () => {
  const store = await openStore();
  fill((row) => JSON.stringify(row).includes("giant"));
  await store.saveMessages(c1, [message("a", "giant")]);
  await store.saveMessages(c1, [message("b")], conversation(c1, "One"));
  expect(store.state()).toBe("full");
  expect(await texts(store)).toEqual(["b", "giant"]);
  expect(await texts(await openStore())).toEqual(["b"]);
});

test("deleting makes room when nothing fits", async () => {
  const store = await openStore();
  await store.saveMessages(c2, [message("old")], conversation(c2, "Old"));
  let isFull = true;
  fill(() => isFull);
  const remove = IDBObjectStore.prototype.delete;
  vi.spyOn(IDBObjectStore.prototype, "delete").mockImplementation(function (this: IDBObjectStore, key) {
    isFull = false;
    return remove.call(this, key);
  });
  await store.saveMessages(c1, [message("a")], conversation(c1, "One"));
  expect(store.state()).toBe("full");
  await store.deleteConversation(c2);
  expect(store.state()).toBe("ok");
  const next = await openStore();
  expect(await titles(next)).toEqual(["One"]);
  expect(await texts(next)).toEqual(["a"]);
});

test("an import is written whole or not at all", async () => {
  const store = await openStore();
  fill((row) => JSON.stringify(row).includes("giant"));
  await store.importAll([
    { conversation: conversation(c1, "One"), messages: [message("a")] },
    { conversation: conversation(c2, "Two"), messages: [message("b", "giant")] },
  ]);
  expect(await titles(await openStore())).toEqual([]);
  expect(await titles(store)).toEqual(["One", "Two"]);
});

test("a deletion while nothing is kept is one, also when the record comes back without its messages", async () => {
  const store = await openStore();
  await store.saveMessages(c1, [message("a")], conversation(c1, "One"));
  const full = fill(() => true);
  const { transaction } = IDBDatabase.prototype;
  const broken = vi.spyOn(IDBDatabase.prototype, "transaction").mockImplementation(function (
    this: IDBDatabase,
    ...args
  ) {
    if (args[1] === "readwrite") throw new DOMException("gone", "UnknownError");
    return transaction.apply(this, args);
  });
  await store.deleteConversation(c1);
  await store.saveMessages(c1, [message("b")], conversation(c1, "Again"));
  expect(store.state()).toBe("memory");
  expect(await titles(store)).toEqual(["Again"]);
  expect(await texts(store)).toEqual(["b"]);
  full.mockRestore();
  broken.mockRestore();
  await store.saveConversation(conversation(c2, "Two"));
  expect(store.state()).toBe("ok");
  const next = await openStore();
  expect(await texts(next)).toEqual(["b"]);
});

test("a newer version of the app is not held up, and this page says that it is outdated", async () => {
  const store = await openStore();
  await store.saveConversation(conversation(c1, "One"));
  const states: string[] = [];
  store.subscribe(() => states.push(store.state()));
  const newer = await openDB("candor", 99);
  expect(states).toEqual(["outdated"]);
  await store.saveConversation(conversation(c2, "Two"));
  expect(await titles(store)).toEqual(["Two"]);
  newer.close();
  expect((await openStore()).state()).toBe("outdated");
});
