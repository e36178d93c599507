import type { FootnoteDefinition, Nodes } from "mdast";
import { createContext, useState } from "react";
import type { MarkdownBlock } from "#src/core/markdown/blocks.ts";
import type { MarkdownPart } from "./parts.ts";

interface Note {
  /** Its place among the first references to each. */
  readonly number: number;
  readonly definition: FootnoteDefinition | undefined;
}

export type NoteOrder = ReadonlyMap<string, Note>;

/** The notes of the message by identifier. */
export const Notes = createContext<NoteOrder>(new Map());

interface PartNotes {
  readonly references: readonly string[];
  readonly definitions: readonly FootnoteDefinition[];
}

const none: PartNotes = { references: [], definitions: [] };
const found = new WeakMap<MarkdownPart, PartNotes>();

function addReferences(node: Nodes, references: Set<string>): void {
  if (node.type === "footnoteReference") references.add(node.identifier);
  if ("children" in node) for (const child of node.children) addReferences(child, references);
}

function notesOf(blocks: readonly MarkdownBlock[]): PartNotes {
  const own = blocks.filter((block) => block.source.includes("[^"));
  if (own.length === 0) return none;
  const references = new Set<string>();
  for (const node of own.flatMap((block) => block.nodes)) addReferences(node, references);
  const definitions = own
    .flatMap((block) => block.definitions)
    .filter((definition) => definition.type === "footnoteDefinition");
  return { references: [...references], definitions };
}

function notesOfPart(part: MarkdownPart): PartNotes {
  const notes = found.get(part) ?? notesOf(part.blocks);
  found.set(part, notes);
  return notes;
}

/** Numbers notes by their first reference; those that nothing refers to come last. The result is `previous` where nothing changed. */
function orderNotes(parts: readonly MarkdownPart[], previous: NoteOrder): NoteOrder {
  const all = parts.map(notesOfPart).filter((notes) => notes !== none);
  if (all.length === 0) return previous.size === 0 ? previous : new Map();
  const definitions = new Map<string, FootnoteDefinition>();
  for (const definition of all.flatMap((notes) => notes.definitions)) {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  }
  const order = new Map<string, Note>();
  for (const identifier of [...all.flatMap((notes) => notes.references), ...definitions.keys()]) {
    if (order.has(identifier)) continue;
    order.set(identifier, { number: order.size + 1, definition: definitions.get(identifier) });
  }
  return isSameOrder(order, previous) ? previous : order;
}

function isSameOrder(one: NoteOrder, other: NoteOrder): boolean {
  if (one.size !== other.size) return false;
  return [...one].every(([identifier, { number, definition }]) => {
    const note = other.get(identifier);
    return note?.number === number && note.definition === definition;
  });
}

/** Only a cache, so it may be used while rendering. */
function rememberOrder(): (parts: readonly MarkdownPart[]) => NoteOrder {
  let order: NoteOrder = new Map();
  return (parts) => (order = orderNotes(parts, order));
}

/** The notes of a message's text. */
export function useNoteOrder(parts: readonly MarkdownPart[]): NoteOrder {
  const [order] = useState(rememberOrder);
  return order(parts);
}
