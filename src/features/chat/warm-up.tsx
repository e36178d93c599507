import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { ConversationId, Message, MessageId } from "#src/core/conversation/message.ts";
import { Messages } from "#src/ui/i18n.tsx";
import { MessageView } from "./message-view.tsx";

const text = `# a

**b** *c* \`d\` [e](https://f.example) https://g.example

- h
  - i

1. j

> k

\`\`\`js
l
\`\`\`

| m |
| - |
| n |
`;

const common = { id: "" as MessageId, parentId: null, content: text, createdAt: 0 };
const messages: readonly Message[] = [
  { ...common, role: "user" },
  {
    ...common,
    role: "assistant",
    status: "done",
    model: "",
    usage: { promptTokens: 1, completionTokens: 2 },
    timing: { firstTokenMs: 1, writingMs: 200, totalMs: 201 },
  },
];
const nothing = () => {};

/**
 * Draws a question and a reply with a little markdown of each common kind outside of the page, so that a browser has compiled what
 * draws a conversation before someone waits for the first.
 */
export function warmUp(): void {
  const root = createRoot(document.createElement("div"));
  flushSync(() =>
    root.render(
      <Messages>
        {messages.map((message) => (
          <MessageView
            key={message.role}
            conversationId={"" as ConversationId}
            message={message}
            siblings=""
            unseen={undefined}
            onPull={nothing}
            onForked={nothing}
          />
        ))}
      </Messages>,
    ),
  );
  root.unmount();
}
