import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { Messages } from "#src/ui/i18n.tsx";
import { Markdown } from "#src/ui/markdown/markdown.tsx";

const text = `# a

**b** *c* \`d\` [e](https://f.example) https://g.example

- h
- i

1. j

> k

\`\`\`js
l
\`\`\`
`;

/**
 * Draws a little markdown of each common kind outside of the page, so that a browser has compiled what draws a conversation
 * before someone waits for the first.
 */
export function warmUp(): void {
  const root = createRoot(document.createElement("div"));
  flushSync(() =>
    root.render(
      <Messages>
        <Markdown text={text} isStreaming={false} />
      </Messages>,
    ),
  );
  root.unmount();
}
