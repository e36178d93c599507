import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Messages, useT } from "./i18n.tsx";

function Note() {
  return useT()("connection.indicatorTitle", { host: "box", version: "1\u202Efdp.\u2067" });
}

it("what a server calls itself reorders no word around it", () => {
  const text = renderToStaticMarkup(
    <Messages>
      <Note />
    </Messages>,
  );
  expect(text).toBe("box · Ollama 1\uFFFDfdp.\uFFFD");
});
