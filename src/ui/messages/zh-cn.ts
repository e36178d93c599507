import app from "./zh-CN/app.json" with { type: "json" };
import chat from "./zh-CN/chat.json" with { type: "json" };
import connection from "./zh-CN/connection.json" with { type: "json" };
import conversations from "./zh-CN/conversations.json" with { type: "json" };
import errors from "./zh-CN/errors.json" with { type: "json" };
import models from "./zh-CN/models.json" with { type: "json" };
import settings from "./zh-CN/settings.json" with { type: "json" };
import type { english } from "./en.ts";

export const chinese: Record<keyof typeof english, string> = {
  ...app,
  ...chat,
  ...connection,
  ...conversations,
  ...errors,
  ...models,
  ...settings,
};
