import app from "./en/app.json" with { type: "json" };
import chat from "./en/chat.json" with { type: "json" };
import code from "./en/code.json" with { type: "json" };
import connection from "./en/connection.json" with { type: "json" };
import conversations from "./en/conversations.json" with { type: "json" };
import errors from "./en/errors.json" with { type: "json" };
import markdown from "./en/markdown.json" with { type: "json" };
import models from "./en/models.json" with { type: "json" };
import preview from "./en/preview.json" with { type: "json" };
import pulls from "./en/pulls.json" with { type: "json" };
import reading from "./en/reading.json" with { type: "json" };

export const english = {
  ...app,
  ...chat,
  ...code,
  ...connection,
  ...conversations,
  ...errors,
  ...markdown,
  ...models,
  ...preview,
  ...pulls,
  ...reading,
};
