import type { english } from "./en.ts";
import app from "./ru/app.json" with { type: "json" };
import chat from "./ru/chat.json" with { type: "json" };
import code from "./ru/code.json" with { type: "json" };
import connection from "./ru/connection.json" with { type: "json" };
import conversations from "./ru/conversations.json" with { type: "json" };
import errors from "./ru/errors.json" with { type: "json" };
import markdown from "./ru/markdown.json" with { type: "json" };
import models from "./ru/models.json" with { type: "json" };
import preview from "./ru/preview.json" with { type: "json" };
import reading from "./ru/reading.json" with { type: "json" };
import settings from "./ru/settings.json" with { type: "json" };

export const russian: Record<keyof typeof english, string> = {
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
