import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type ConversationRecord, encodeExport } from "./export.ts";
import { decodeExport, mergeImport } from "./import.ts";
import type { Conversation, ConversationId, Message, MessageId, Reply } from "./message.ts";

const time = fc.nat(4e12);
const text = fc.string({ unit: "binary", maxLength: 20 });

function messageOf(id: string, parentId: string | null, isReply: boolean) {
  const common = {
    id: fc.constant(id as MessageId),
    parentId: fc.constant(parentId as MessageId | null),
    content: text,
    createdAt: time,
  };
  if (!isReply)
    return fc.record({
      ...common,
      role: fc.constantFrom("user" as const, "system" as const, "tool" as const),
    });
  return fc.record(
    {
      ...common,
      role: fc.constant("assistant" as const),
      status: fc.constantFrom("done" as const, "stopped" as const, "interrupted" as const, "failed" as const),
      model: text,
      reasoning: text,
      usage: fc.record({ promptTokens: fc.nat(), completionTokens: fc.nat() }),
      timing: fc.record({ totalMs: fc.nat(), firstTokenMs: fc.nat() }, { requiredKeys: ["totalMs"] }),
      error: fc.constantFrom(
        { kind: "cut" as const, how: "ended" as const },
        { kind: "http" as const, status: 500, message: "no" },
      ),
      finishReason: text,
      fromTheFuture: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    },
    { requiredKeys: ["id", "parentId", "content", "createdAt", "role", "status", "model"] },
  ) as fc.Arbitrary<Reply>;
}

function recordOf(id: string): fc.Arbitrary<ConversationRecord> {
  return fc.array(fc.tuple(fc.nat(8), fc.boolean()), { maxLength: 8 }).chain((nodes) =>
    fc.record({
      conversation: fc.record(
        {
          id: fc.constant(id as ConversationId),
          title: text,
          createdAt: time,
          updatedAt: time,
          pinned: fc.boolean(),
          archived: fc.boolean(),
          systemPrompt: text,
          model: text,
          parameters: fc.record(
            { temperature: fc.constantFrom(0, 0.6), stop: fc.array(text) },
            { requiredKeys: [] },
          ),
          activeLeafId: fc.constant(nodes.length > 0 ? (`m${nodes.length - 1}` as MessageId) : null),
          reasoning: fc.constantFrom("on" as const, "high" as const),
          fromTheFuture: text,
        },
        {
          requiredKeys: [
            "id",
            "title",
            "createdAt",
            "updatedAt",
            "pinned",
            "archived",
            "systemPrompt",
            "model",
            "parameters",
            "activeLeafId",
          ],
        },
      ) as fc.Arbitrary<Conversation>,
      messages: fc.tuple(
        ...nodes.map(([pick, isReply], index) =>
          messageOf(`m${index}`, pick < index ? `m${pick}` : null, isReply),
        ),
      ) as fc.Arbitrary<Message[]>,
    }),
  );
}

const libraries = fc
  .nat(3)
  .chain((size) => fc.tuple(...Array.from({ length: size }, (_, index) => recordOf(`c${index}`))));

function decoded(file: string): readonly ConversationRecord[] {
  const result = decodeExport(file);
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.conversations;
}

/** An export puts messages into the order in which they are read; the tree does not depend on it. */
function unordered(records: readonly ConversationRecord[]): readonly ConversationRecord[] {
  return records.map(({ conversation, messages }) => ({
    conversation,
    messages: messages.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }));
}

test("an export imported into nothing gives the same, and twice changes nothing", () => {
  fc.assert(
    fc.property(libraries, (records) => {
      const back = decoded(encodeExport(records, 0));
      expect(unordered(back)).toEqual(unordered(records));
      const once = mergeImport([], back);
      expect(unordered(once.records)).toEqual(unordered(records));
      const twice = mergeImport(once.records, back);
      expect(twice.records).toEqual([]);
      expect(twice.counts).toEqual({ conversations: 0, messages: 0, unchanged: records.length });
    }),
  );
});

test("what is there wins, and what it lacks is added", () => {
  fc.assert(
    fc.property(recordOf("c"), recordOf("c"), (there, file) => {
      const { records, counts } = mergeImport([there], [file]);
      const [changed] = records;
      const had = new Set(there.messages.map(({ id }) => id));
      const missing = file.messages.filter(({ id }) => !had.has(id));
      expect(changed?.messages ?? []).toEqual(missing);
      expect(counts).toEqual({
        conversations: 0,
        messages: missing.length,
        unchanged: missing.length > 0 ? 0 : 1,
      });
      if (!changed) return;
      const { activeLeafId } = there.conversation;
      expect(changed.conversation).toEqual({
        ...there.conversation,
        activeLeafId: activeLeafId ?? file.conversation.activeLeafId,
      });
    }),
  );
});

test("a conversation that is twice in a file is united", () => {
  fc.assert(
    fc.property(recordOf("c"), (record) => {
      const half = { ...record, messages: record.messages.slice(0, 1) };
      const { records, counts } = mergeImport([], [half, record]);
      expect(records).toEqual([record]);
      expect(counts).toMatchObject({ conversations: 1, messages: record.messages.length });
    }),
  );
});
