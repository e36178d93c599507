import type { Message, MessageId } from "./message.ts";

/** All messages of one conversation by id; `parentId` is the only link, so the order of the map means nothing. */
export type MessageTree = ReadonlyMap<MessageId, Message>;

type Children = ReadonlyMap<MessageId | null, readonly MessageId[]>;
type Index = { readonly children: Children; readonly hasOrphans: boolean };

/** A tree never changes, so its index lives as long as it does. */
const indexes = new WeakMap<MessageTree, Index>();

/**
 * The messages from the root to `leafId`, root first; empty for `null` and unknown ids.
 * Ends at a missing parent and at the second meeting of a message, which imported data may hold.
 */
export function pathTo(tree: MessageTree, leafId: MessageId | null): readonly Message[] {
  const path: Message[] = [];
  const seen = new Set<MessageId>();
  for (let id = leafId; id !== null && !seen.has(id);) {
    const message = tree.get(id);
    if (!message) break;
    seen.add(id);
    path.push(message);
    id = message.parentId;
  }
  return path.toReversed();
}

/** Children of a message, oldest first; of `null` the roots, among them messages whose parent is missing. */
export function childrenOf(tree: MessageTree, id: MessageId | null): readonly Message[] {
  const ids = indexOf(tree).children.get(id) ?? [];
  return ids.flatMap((child) => tree.get(child) ?? []);
}

/** The versions of a message: all children of its parent, itself among them, oldest first. */
export function siblingsOf(tree: MessageTree, message: Message): readonly Message[] {
  return childrenOf(tree, parentIn(tree, message));
}

/** The end of the branch that goes from `id` along the newest children; `id` itself where it has none. */
export function latestLeaf(tree: MessageTree, id: MessageId): MessageId {
  const { children } = indexOf(tree);
  const seen = new Set<MessageId>();
  let leaf = id;
  for (let next: MessageId | undefined = id; next !== undefined && !seen.has(next);) {
    seen.add(next);
    leaf = next;
    next = children.get(next)?.at(-1);
  }
  return leaf;
}

/** A tree with the message added or replaced by its id; the same tree where it holds that very object. */
export function withMessage(tree: MessageTree, message: Message): MessageTree {
  const before = tree.get(message.id);
  if (before === message) return tree;
  const next = new Map(tree).set(message.id, message);
  const index = indexes.get(tree);
  const derived = index && indexWith(next, index, before, message);
  if (derived) indexes.set(next, derived);
  return next;
}

/** A tree without the message and all below it; the same tree where it does not hold the message. */
export function withoutBranch(tree: MessageTree, id: MessageId): MessageTree {
  if (!tree.has(id)) return tree;
  const next = new Map(tree);
  for (const gone of branchIds(tree, id)) next.delete(gone);
  return next;
}

/** Ids of the message and of all below it, parents before children; empty where the tree does not hold it. */
export function branchIds(tree: MessageTree, id: MessageId): readonly MessageId[] {
  if (!tree.has(id)) return [];
  const { children } = indexOf(tree);
  const found = new Set<MessageId>([id]);
  // A set is walked in order of insertion, also over what is added meanwhile.
  for (const parent of found) for (const child of children.get(parent) ?? []) found.add(child);
  return [...found];
}

function parentIn(tree: MessageTree, { id, parentId }: Message): MessageId | null {
  return parentId !== null && parentId !== id && tree.has(parentId) ? parentId : null;
}

function indexOf(tree: MessageTree): Index {
  const known = indexes.get(tree);
  if (known) return known;
  const children = new Map<MessageId | null, MessageId[]>();
  let hasOrphans = false;
  for (const message of [...tree.values()].toSorted(byAge)) {
    const parent = parentIn(tree, message);
    hasOrphans ||= parent !== message.parentId;
    const siblings = children.get(parent);
    if (siblings) siblings.push(message.id);
    else children.set(parent, [message.id]);
  }
  const index = { children, hasOrphans };
  indexes.set(tree, index);
  return index;
}

/** The index after one message changed, where that is cheaper than a new one: a growing reply keeps its place. */
function indexWith(
  tree: MessageTree,
  index: Index,
  before: Message | undefined,
  message: Message,
): Index | undefined {
  if (before) {
    const isInPlace = before.parentId === message.parentId && before.createdAt === message.createdAt;
    return isInPlace ? index : undefined;
  }
  const parent = parentIn(tree, message);
  if (index.hasOrphans || parent !== message.parentId) return undefined;
  const siblings = [...(index.children.get(parent) ?? []), message.id]
    .flatMap((id) => tree.get(id) ?? [])
    .toSorted(byAge);
  const children = new Map(index.children).set(
    parent,
    siblings.map(({ id }) => id),
  );
  return { children, hasOrphans: false };
}

function byAge(a: Message, b: Message): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : Number(a.id > b.id));
}
