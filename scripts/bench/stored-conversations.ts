import { textOf } from "./shapes.ts";

/** A conversation to be put into the app's storage. */
export interface Written {
  readonly id: string;
  readonly title: string;
  /** Questions and answers in turn. */
  readonly messages: readonly string[];
}

export const messagesEach = 20;

const hour = 3_600_000;

export function titleOf(index: number): string {
  return `Stored conversation ${index}`;
}

export function lastOf(index: number): string {
  return `The last words of conversation ${index}.`;
}

/** So many conversations, the newest with the number 1. */
export function many(count: number): readonly Written[] {
  return Array.from({ length: count }, (_, place) => {
    const index = count - place;
    const messages = Array.from({ length: messagesEach }, (_message, turn) => messageOf(index, turn));
    return { id: `conversation-${index}`, title: titleOf(index), messages };
  });
}

function messageOf(index: number, turn: number): string {
  if (turn % 2 === 0) return `Question ${turn / 2 + 1}: what then?`;
  const words = "The river turns past **old stones** and carries light through quiet fields. ".repeat(8);
  const content = `${words}\n\n- one\n- two\n\n\`\`\`js\nconsole.log(${index}, ${turn});\n\`\`\`\n\n`;
  return `${content}${turn === messagesEach - 1 ? lastOf(index) : words}`;
}

/** One conversation of so many messages, whose answers hold so many tokens of all kinds of markdown together. */
export function long(id: string, count: number, tokens: number): Written {
  let from = 0;
  const messages = Array.from({ length: count }, (_, turn) => {
    if (turn % 2 === 0) return `Question ${turn / 2 + 1} of ${id}?`;
    const { text, to } = textOf("mixed", from, tokens / (count / 2));
    from = to;
    return `${text}${endOf(id, turn)}`;
  });
  return { id, title: `About ${id}`, messages };
}

/** How an answer of a long conversation ends. */
export function endOf(id: string, turn: number): string {
  return `The end of message ${turn + 1} of ${id}.`;
}

/** Conversations in the app's export format, the newest last. */
export function exportOf(conversations: readonly Written[]): unknown {
  const start = Date.now() - conversations.length * hour;
  return {
    format: "candor.export",
    version: 1,
    exportedAt: new Date().toISOString(),
    conversations: conversations.map(({ id, title, messages }, place) => {
      const at = start + place * hour;
      return {
        id,
        title,
        createdAt: at,
        updatedAt: at,
        pinned: false,
        archived: false,
        systemPrompt: "",
        model: "llama3.2:latest",
        parameters: {},
        activeLeafId: `${id}-${messages.length - 1}`,
        messages: messages.map((content, turn) => ({
          id: `${id}-${turn}`,
          parentId: turn === 0 ? null : `${id}-${turn - 1}`,
          createdAt: at + turn * 1000,
          content,
          ...(turn % 2 === 0 ? { role: "user" } : reply),
        })),
      };
    }),
  };
}

const reply = {
  role: "assistant",
  model: "llama3.2:latest",
  status: "done",
  usage: { promptTokens: 100, completionTokens: 200 },
};
