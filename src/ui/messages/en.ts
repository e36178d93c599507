import app from "./en/app.json" with { type: "json" };
import chat from "./en/chat.json" with { type: "json" };
import connection from "./en/connection.json" with { type: "json" };
import conversations from "./en/conversations.json" with { type: "json" };
import models from "./en/models.json" with { type: "json" };
import pulls from "./en/pulls.json" with { type: "json" };

export const english = {
  ...app,
  ...chat,
  ...connection,
  ...conversations,
  ...models,
  ...pulls,
};
