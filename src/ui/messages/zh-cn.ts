import type { english } from "./en.ts";
import app from "./zh-CN/app.json" with { type: "json" };
import chat from "./zh-CN/chat.json" with { type: "json" };
import code from "./zh-CN/code.json" with { type: "json" };
import connection from "./zh-CN/connection.json" with { type: "json" };
import conversations from "./zh-CN/conversations.json" with { type: "json" };
import errors from "./zh-CN/errors.json" with { type: "json" };
import markdown from "./zh-CN/markdown.json" with { type: "json" };
import models from "./zh-CN/models.json" with { type: "json" };
import preview from "./zh-CN/preview.json" with { type: "json" };
import reading from "./zh-CN/reading.json" with { type: "json" };
import settings from "./zh-CN/settings.json" with { type: "json" };

export const chinese: Record<keyof typeof english, string> = {
  ...app,
  ...chat,
  ...code,
  ...connection,
  ...conversations,
  ...errors,
  ...markdown,
  ...models,
  ...preview,
  ...reading,
  ...settings,
};
