import type { englishPages } from "./en-pages.ts";
import type { englishTranscript } from "./en-transcript.ts";
import type { english } from "./en.ts";
import actions from "./zh-CN/actions.json" with { type: "json" };
import app from "./zh-CN/app.json" with { type: "json" };
import chat from "./zh-CN/chat.json" with { type: "json" };
import choice from "./zh-CN/choice.json" with { type: "json" };
import code from "./zh-CN/code.json" with { type: "json" };
import completion from "./zh-CN/completion.json" with { type: "json" };
import connection from "./zh-CN/connection.json" with { type: "json" };
import conversations from "./zh-CN/conversations.json" with { type: "json" };
import create from "./zh-CN/create.json" with { type: "json" };
import details from "./zh-CN/details.json" with { type: "json" };
import diagnosis from "./zh-CN/diagnosis.json" with { type: "json" };
import embeddings from "./zh-CN/embeddings.json" with { type: "json" };
import errors from "./zh-CN/errors.json" with { type: "json" };
import health from "./zh-CN/health.json" with { type: "json" };
import library from "./zh-CN/library.json" with { type: "json" };
import markdown from "./zh-CN/markdown.json" with { type: "json" };
import message from "./zh-CN/message.json" with { type: "json" };
import models from "./zh-CN/models.json" with { type: "json" };
import modelsPages from "./zh-CN/models-pages.json" with { type: "json" };
import parameters from "./zh-CN/parameters.json" with { type: "json" };
import playground from "./zh-CN/playground.json" with { type: "json" };
import preview from "./zh-CN/preview.json" with { type: "json" };
import pulls from "./zh-CN/pulls.json" with { type: "json" };
import reading from "./zh-CN/reading.json" with { type: "json" };
import requests from "./zh-CN/requests.json" with { type: "json" };
import running from "./zh-CN/running.json" with { type: "json" };
import serverHealth from "./zh-CN/server-health.json" with { type: "json" };
import servers from "./zh-CN/servers.json" with { type: "json" };
import settings from "./zh-CN/settings.json" with { type: "json" };
import storage from "./zh-CN/storage.json" with { type: "json" };
import update from "./zh-CN/update.json" with { type: "json" };
import upload from "./zh-CN/upload.json" with { type: "json" };

export const chinese: Record<
  keyof typeof english | keyof typeof englishTranscript | keyof typeof englishPages,
  string
> = {
  ...actions,
  ...app,
  ...chat,
  ...choice,
  ...code,
  ...completion,
  ...connection,
  ...conversations,
  ...create,
  ...details,
  ...diagnosis,
  ...embeddings,
  ...errors,
  ...health,
  ...library,
  ...markdown,
  ...message,
  ...models,
  ...modelsPages,
  ...parameters,
  ...playground,
  ...preview,
  ...pulls,
  ...reading,
  ...requests,
  ...running,
  ...serverHealth,
  ...servers,
  ...settings,
  ...storage,
  ...update,
  ...upload,
};
