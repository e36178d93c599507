import type { Stage } from "./state.ts";

const day = 86_400_000;
const titles = [
  "How a tide mill works",
  "Packing list for a week of rain in the Hebrides",
  "Regular expressions for dates that are not dates at all but look very much like them",
  "مطبخ بسيط",
  "Refactoring the parser",
  "漢字の成り立ち",
  "Names for a grey cat",
  "A letter to the harbour office",
];

/** Brings conversations into the app by its own import; the newest has a pair of messages to look at. */
export async function importConversations({ page, site }: Stage, count: number): Promise<void> {
  await page.goto(`${site.url}/#/settings/data`);
  await page.getByLabel("Import", { exact: true }).setInputFiles({
    name: "conversations.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(exportOf(count))),
  });
  await page
    .getByText(/imported|added/i)
    .first()
    .waitFor({ timeout: 5000 })
    .catch(() => {});
  await page.goto(`${site.url}/#/`);
}

function exportOf(count: number): unknown {
  const now = Date.now();
  return {
    format: "candor.export",
    version: 1,
    exportedAt: new Date(now).toISOString(),
    conversations: Array.from({ length: count }, (_, index) =>
      conversationOf(index, now - index * 0.37 * day),
    ),
  };
}

function conversationOf(index: number, at: number): unknown {
  const title = titles[index % titles.length] ?? "";
  const [question, reply] = [`question-${index}`, `reply-${index}`];
  return {
    id: `conversation-${index}`,
    title: index < titles.length ? title : `${title} (${index})`,
    createdAt: at,
    updatedAt: at,
    pinned: index === 4 || index === 6,
    archived: index === 9,
    systemPrompt: "",
    model: "llama3.2:latest",
    parameters: {},
    activeLeafId: reply,
    messages: [
      { id: question, parentId: null, role: "user", content: `${title}?`, createdAt: at },
      {
        id: reply,
        parentId: question,
        role: "assistant",
        content:
          "The pond fills with the tide, the gate holds it, and the wheel turns when the sea has fallen.",
        model: "llama3.2:latest",
        status: "done",
        finishReason: "stop",
        usage: { promptTokens: 26, completionTokens: 22 },
        timing: { firstTokenMs: 610, writingMs: 530, totalMs: 1140 },
        createdAt: at,
      },
    ],
  };
}
