import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ConversationRecord, encodeExport } from "./export.ts";
import { decodeExport } from "./import.ts";

function decoded(file: string): readonly ConversationRecord[] {
  const result = decodeExport(file);
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.conversations;
}

/** The example of the interface contract, section Data. */
function example() {
  return {
    format: "candor.export",
    version: 1,
    exportedAt: "2026-11-20T10:00:00.000Z",
    conversations: [
      {
        id: "c",
        title: "T",
        createdAt: 1763600000000,
        updatedAt: 1763600000000,
        pinned: false,
        archived: false,
        systemPrompt: "",
        model: "llama3.2:latest",
        parameters: { temperature: 0.6 },
        activeLeafId: "b",
        messages: [
          { id: "a", parentId: null, role: "user", content: "hi", createdAt: 1763600000000 },
          {
            id: "b",
            parentId: "a",
            role: "assistant",
            content: "ho",
            reasoning: "hm",
            model: "llama3.2:latest",
            status: "done",
            usage: { promptTokens: 12, completionTokens: 40 },
            createdAt: 1763600000000,
          },
        ] as Record<string, unknown>[],
      } as Record<string, unknown> & { messages: Record<string, unknown>[] },
    ],
  };
}

function changed(change: (file: ReturnType<typeof example>) => void): string {
  const file = example();
  change(file);
  return JSON.stringify(file);
}

function first(file: ReturnType<typeof example>) {
  const [conversation] = file.conversations;
  if (!conversation) throw new Error("empty");
  return conversation;
}

function reply(file: ReturnType<typeof example>) {
  const message = first(file).messages[1];
  if (!message) throw new Error("empty");
  return message;
}

test("the contract's example is what is written and read", () => {
  const file = example();
  const records = decoded(JSON.stringify(file));
  expect(JSON.parse(encodeExport(records, Date.parse("2026-11-20T10:00:00Z")))).toEqual(file);
});

test("optional fields may be missing", () => {
  const file = {
    format: "candor.export",
    version: 1,
    conversations: [{ id: "c", createdAt: 5, messages: first(example()).messages }],
  };
  const [record] = decoded(`\uFEFF${JSON.stringify(file)}`);
  expect(record?.conversation).toEqual({
    id: "c",
    title: "",
    createdAt: 5,
    updatedAt: 5,
    pinned: false,
    archived: false,
    systemPrompt: "",
    model: "",
    parameters: {},
    activeLeafId: "b",
  });
});

test("an open reply comes back as interrupted", () => {
  const [record] = decoded(changed((file) => Object.assign(reply(file), { status: "streaming" })));
  expect(record?.messages[1]).toMatchObject({
    status: "interrupted",
    content: "ho",
    error: { kind: "cut", how: "tab" },
  });
});

test("an error of a kind that is not known yet does not cost its reply", () => {
  const [record] = decoded(
    changed((file) => Object.assign(reply(file), { status: "failed", error: { kind: "new" } })),
  );
  expect(record?.messages[1]).toMatchObject({ content: "ho", error: { kind: "app", message: "new" } });
});

test("an active leaf that is not there becomes the newest one", () => {
  const [record] = decoded(changed((file) => Object.assign(first(file), { activeLeafId: "gone" })));
  expect(record?.conversation.activeLeafId).toBe("b");
});

test.each([
  ["", { kind: "not-json" }],
  ['{"format":"candor.export"', { kind: "not-json" }],
  ["[]", { kind: "wrong-format" }],
  ["null", { kind: "wrong-format" }],
  ['{"format":"other","version":1,"conversations":[]}', { kind: "wrong-format" }],
  ['{"format":"candor.export","version":2,"conversations":{}}', { kind: "newer", version: 2 }],
  ['{"format":"candor.export","version":1}', { kind: "wrong-field", path: "conversations" }],
  [
    changed((file) => Object.assign(first(file), { title: 5 })),
    { kind: "wrong-field", path: "conversations.0.title" },
  ],
  [
    changed((file) => Object.assign(reply(file), { content: null })),
    { kind: "wrong-field", path: "conversations.0.messages.1.content" },
  ],
  [
    changed((file) => Object.assign(reply(file), { role: "robot" })),
    { kind: "wrong-field", path: "conversations.0.messages.1.role" },
  ],
  [
    changed((file) => Object.assign(reply(file), { status: "odd" })),
    { kind: "wrong-field", path: "conversations.0.messages.1.status" },
  ],
  [
    changed((file) => Object.assign(reply(file), { usage: { promptTokens: "1" } })),
    { kind: "wrong-field", path: "conversations.0.messages.1.usage.promptTokens" },
  ],
  [
    changed((file) => Object.assign(reply(file), { createdAt: 1e300 })),
    { kind: "wrong-field", path: "conversations.0.messages.1.createdAt" },
  ],
  [
    changed((file) => Object.assign(reply(file), { parentId: "gone" })),
    { kind: "missing-parent", path: "conversations.0.messages.1.parentId" },
  ],
  [
    changed((file) => Object.assign(first(file).messages[0] ?? {}, { parentId: "b" })),
    { kind: "cycle", path: "conversations.0.messages.0.parentId" },
  ],
  [
    changed((file) => Object.assign(reply(file), { id: "a", parentId: null })),
    { kind: "duplicate-id", path: "conversations.0.messages.0.id" },
  ],
])("refuses %.70s", (file, reason) => {
  const result = decodeExport(file);
  expect(result).toMatchObject({ ok: false, reason });
});

test("any text is refused without throwing", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (file) => {
      expect(decodeExport(file).ok).toBe(false);
    }),
  );
});
