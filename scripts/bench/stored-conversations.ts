export const messagesEach = 20;

const hour = 3_600_000;

export function titleOf(index: number): string {
  return `Stored conversation ${index}`;
}

export function lastOf(index: number): string {
  return `The last words of conversation ${index}.`;
}

/** So many conversations in the app's export format, the newest with the number 1. */
export function exportOf(count: number): unknown {
  const start = Date.now() - count * hour;
  return {
    format: "candor.export",
    version: 1,
    exportedAt: new Date().toISOString(),
    conversations: Array.from({ length: count }, (_, place) => {
      const index = count - place;
      const at = start + place * hour;
      return {
        id: `conversation-${index}`,
        title: titleOf(index),
        createdAt: at,
        updatedAt: at,
        pinned: false,
        archived: false,
        systemPrompt: "",
        model: "llama3.2:latest",
        parameters: {},
        activeLeafId: `message-${index}-${messagesEach - 1}`,
        messages: Array.from({ length: messagesEach }, (_message, turn) => messageOf(index, turn, at)),
      };
    }),
  };
}

function messageOf(index: number, turn: number, at: number): unknown {
  const common = {
    id: `message-${index}-${turn}`,
    parentId: turn === 0 ? null : `message-${index}-${turn - 1}`,
    createdAt: at + turn * 1000,
  };
  if (turn % 2 === 0) return { ...common, role: "user", content: `Question ${turn / 2 + 1}: what then?` };
  const words = "The river turns past **old stones** and carries light through quiet fields. ".repeat(8);
  const content = `${words}\n\n- one\n- two\n\n\`\`\`js\nconsole.log(${index}, ${turn});\n\`\`\`\n\n`;
  const end = turn === messagesEach - 1 ? lastOf(index) : words;
  return {
    ...common,
    role: "assistant",
    model: "llama3.2:latest",
    status: "done",
    content: `${content}${end}`,
    usage: { promptTokens: 100, completionTokens: 200 },
  };
}
