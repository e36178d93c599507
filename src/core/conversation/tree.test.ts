import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Message, MessageId } from "./message.ts";
import {
  branchIds,
  childrenOf,
  latestLeaf,
  type MessageTree,
  pathTo,
  siblingsOf,
  withMessage,
  withoutBranch,
} from "./tree.ts";

function prompt(id: string, parentId: string | null, createdAt = 0): Message {
  return {
    id: id as MessageId,
    parentId: parentId as MessageId | null,
    role: "user",
    content: "",
    createdAt,
  };
}

function treeOf(...messages: readonly Message[]): MessageTree {
  return new Map(messages.map((message) => [message.id, message]));
}

function ids(messages: readonly Message[]): readonly string[] {
  return messages.map(({ id }) => id);
}

function at(tree: MessageTree, id: string): Message {
  const message = tree.get(id as MessageId);
  if (!message) throw new Error(id);
  return message;
}

/** Well-formed trees: each message's parent is one before it, or none. */
const trees = fc
  .array(fc.tuple(fc.nat(30), fc.nat(3)), { maxLength: 30 })
  .map((nodes) =>
    nodes.map(([pick, age], index) => prompt(`m${index}`, pick < index ? `m${pick}` : null, age)),
  );

/** Anything an import could hold: missing parents, cycles, a message that is its own parent. */
const wild = fc
  .array(fc.tuple(fc.option(fc.nat(12)), fc.nat(3)), { maxLength: 10 })
  .map((nodes) =>
    nodes.map(([pick, age], index) => prompt(`m${index}`, pick === null ? null : `m${pick}`, age)),
  );

test("a path goes from the root to the leaf by parents", () => {
  fc.assert(
    fc.property(trees, (messages) => {
      const tree = treeOf(...messages);
      for (const message of messages) {
        const path = pathTo(tree, message.id);
        expect(path[0]?.parentId).toBeNull();
        expect(path.at(-1)).toBe(message);
        for (const [index, step] of path.entries())
          if (index > 0) expect(step.parentId).toBe(path[index - 1]?.id);
      }
    }),
  );
});

test("removing a branch leaves no orphans and removes nothing else", () => {
  fc.assert(
    fc.property(trees, fc.nat(29), (messages, pick) => {
      const tree = treeOf(...messages);
      const id = `m${pick}` as MessageId;
      const left = withoutBranch(tree, id);
      for (const message of left.values())
        expect(message.parentId === null || left.has(message.parentId)).toBe(true);
      for (const message of messages) {
        expect(left.has(message.id)).toBe(!ids(pathTo(tree, message.id)).includes(id));
      }
    }),
  );
});

test("adding one by one gives the same children as building the tree at once", () => {
  fc.assert(
    fc.property(fc.oneof(trees, wild), fc.infiniteStream(fc.nat(3)), (messages, ages) => {
      let grown: MessageTree = new Map();
      for (const message of messages) {
        // Asking after each step makes the next tree derive its index from this one.
        childrenOf(grown, null);
        grown = withMessage(grown, message);
      }
      for (const message of messages) {
        childrenOf(grown, null);
        grown = withMessage(grown, { ...message, createdAt: ages.next().value });
      }
      const whole = treeOf(...grown.values());
      for (const id of [null, ...whole.keys()]) expect(childrenOf(grown, id)).toEqual(childrenOf(whole, id));
    }),
  );
});

test("every walk ends on cycles and missing parents", () => {
  fc.assert(
    fc.property(wild, (messages) => {
      const tree = treeOf(...messages);
      for (const message of messages) {
        expect(pathTo(tree, message.id).at(-1)).toBe(message);
        expect(tree.has(latestLeaf(tree, message.id))).toBe(true);
        expect(branchIds(tree, message.id)).toContain(message.id);
      }
    }),
  );
});

test("the same message gives the same tree, and an unknown branch too", () => {
  const message = prompt("a", null);
  const tree = treeOf(message);
  expect(withMessage(tree, message)).toBe(tree);
  expect(withMessage(tree, { ...message })).not.toBe(tree);
  expect(withoutBranch(tree, "b" as MessageId)).toBe(tree);
});

test("children come by age, then by id; a missing parent makes a root", () => {
  const tree = treeOf(
    prompt("r", null),
    prompt("c", "r", 2),
    prompt("b", "r", 1),
    prompt("a", "r", 2),
    prompt("o", "gone", 1),
  );
  expect(ids(childrenOf(tree, "r" as MessageId))).toEqual(["b", "a", "c"]);
  expect(ids(siblingsOf(tree, at(tree, "a")))).toEqual(["b", "a", "c"]);
  expect(ids(childrenOf(tree, null))).toEqual(["r", "o"]);
  expect(ids(siblingsOf(tree, at(tree, "o")))).toEqual(["r", "o"]);
  expect(pathTo(tree, null)).toEqual([]);
});

test("the latest leaf follows the newest children", () => {
  const tree = treeOf(
    prompt("r", null),
    prompt("old", "r", 1),
    prompt("new", "r", 2),
    prompt("end", "new", 3),
    prompt("x", "old", 9),
  );
  expect(latestLeaf(tree, "r" as MessageId)).toBe("end");
  expect(latestLeaf(tree, "old" as MessageId)).toBe("x");
  expect(branchIds(tree, "new" as MessageId)).toEqual(["new", "end"]);
});
