import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import type { ConversationId, Message, MessageId, Prompt, Reply } from "#src/core/conversation/message.ts";
import { Messages } from "#src/ui/i18n.tsx";
import { whenIdle } from "#src/ui/idle.ts";
import { drawWaiting } from "#src/ui/use-painted.ts";
import { Transcript } from "./transcript.tsx";

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

const question: Prompt = { id: "" as MessageId, parentId: null, role: "user", content: "n", createdAt: 0 };
const reply: Reply = {
  ...question,
  role: "assistant",
  status: "done",
  model: "",
  usage: { promptTokens: 1, completionTokens: 2 },
  timing: { firstTokenMs: 1, writingMs: 200, totalMs: 201 },
};
/** Each needs a little more than the one before it: none of them takes long. */
const paths: readonly (readonly Message[])[] = [[question], [reply], [{ ...reply, content: text }]];
const nothing = () => {};

/**
 * When nothing else is to do, draws conversations with a little markdown of each common kind, so that a browser has compiled what
 * draws them, and has its fonts, before someone waits for the first.
 */
export function warmUp(): void {
  for (const path of paths) whenIdle(() => rehearse(path));
}

/** In the page, since only there it is laid out; out of sight and reach, and gone in the same task. */
function rehearse(path: readonly Message[]): void {
  const stage = document.createElement("div");
  stage.className = "invisible fixed inset-0 flex flex-col";
  stage.inert = true;
  document.body.append(stage);
  const root = createRoot(stage);
  try {
    flushSync(() =>
      root.render(
        <Messages>
          <Transcript
            id={"" as ConversationId}
            tree={new Map()}
            path={path}
            onPull={nothing}
            onForked={nothing}
          />
        </Messages>,
      ),
    );
    flushSync(drawWaiting);
    for (const part of stage.querySelectorAll<HTMLElement>(".markdown-part")) {
      part.style.contentVisibility = "visible";
    }
    stage.getBoundingClientRect();
  } finally {
    root.unmount();
    stage.remove();
  }
}
