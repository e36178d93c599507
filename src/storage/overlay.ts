import type { Operation } from "./operation.ts";

/**
 * Operations that the database has not taken yet, in order, at most one for each record. A later one takes the
 * place of an earlier one of the same record, and a deletion that of all it covers; so no put stands before a
 * deletion that would undo it, and deletions may always be applied first.
 */
export type Overlay = {
  readonly add: (operations: readonly Operation[]) => void;
  readonly pending: () => readonly Operation[];
  readonly has: (operation: Operation) => boolean;
  /** Forgets operations that the database has taken, except where later ones took their place. */
  readonly settle: (operations: readonly Operation[]) => void;
};

export function createOverlay(): Overlay {
  const operations = new Map<string, Operation>();

  function has(operation: Operation): boolean {
    return operations.get(keyOf(operation)) === operation;
  }

  return {
    add(added) {
      for (const operation of added) {
        if (isWipe(operation)) {
          for (const [key, earlier] of operations) if (covers(operation, earlier)) operations.delete(key);
        }
        operations.delete(keyOf(operation));
        operations.set(keyOf(operation), operation);
      }
    },
    pending: () => [...operations.values()],
    has,
    settle(taken) {
      for (const operation of taken) if (has(operation)) operations.delete(keyOf(operation));
    },
  };
}

type Wipe = Extract<Operation, { readonly type: "delete-all" | "delete-conversation" }>;

function isWipe(operation: Operation): operation is Wipe {
  return operation.type === "delete-all" || operation.type === "delete-conversation";
}

function covers(deletion: Wipe, earlier: Operation): boolean {
  if (deletion.type === "delete-all") return true;
  if (earlier.type === "put-conversation") return earlier.conversation.id === deletion.id;
  return "conversationId" in earlier && earlier.conversationId === deletion.id;
}

function keyOf(operation: Operation): string {
  switch (operation.type) {
    case "put-conversation":
      return `conversation ${operation.conversation.id}`;
    // A key of its own: what is put back after it must not bring back the messages that it removes.
    case "delete-conversation":
      return `wipe ${operation.id}`;
    case "put-message":
      return `message ${JSON.stringify([operation.conversationId, operation.message.id])}`;
    case "delete-message":
      return `message ${JSON.stringify([operation.conversationId, operation.id])}`;
    case "put-draft":
    case "delete-draft":
      return `draft ${operation.key}`;
    case "put-pull":
      return `pull ${JSON.stringify([operation.pull.server, operation.pull.name])}`;
    case "delete-pull":
      return `pull ${JSON.stringify([operation.server, operation.name])}`;
    case "delete-all":
      return "all";
  }
}
