import type { englishPages } from "./en-pages.ts";
import type { englishTranscript } from "./en-transcript.ts";
import type { english } from "./en.ts";
import actions from "./ru/actions.json" with { type: "json" };
import app from "./ru/app.json" with { type: "json" };
import chat from "./ru/chat.json" with { type: "json" };
import choice from "./ru/choice.json" with { type: "json" };
import code from "./ru/code.json" with { type: "json" };
import completion from "./ru/completion.json" with { type: "json" };
import connection from "./ru/connection.json" with { type: "json" };
import conversations from "./ru/conversations.json" with { type: "json" };
import create from "./ru/create.json" with { type: "json" };
import details from "./ru/details.json" with { type: "json" };
import diagnosis from "./ru/diagnosis.json" with { type: "json" };
import embeddings from "./ru/embeddings.json" with { type: "json" };
import errors from "./ru/errors.json" with { type: "json" };
import health from "./ru/health.json" with { type: "json" };
import library from "./ru/library.json" with { type: "json" };
import markdown from "./ru/markdown.json" with { type: "json" };
import message from "./ru/message.json" with { type: "json" };
import models from "./ru/models.json" with { type: "json" };
import modelsPages from "./ru/models-pages.json" with { type: "json" };
import parameters from "./ru/parameters.json" with { type: "json" };
import playground from "./ru/playground.json" with { type: "json" };
import preview from "./ru/preview.json" with { type: "json" };
import pulls from "./ru/pulls.json" with { type: "json" };
import reading from "./ru/reading.json" with { type: "json" };
import requests from "./ru/requests.json" with { type: "json" };
import running from "./ru/running.json" with { type: "json" };
import serverHealth from "./ru/server-health.json" with { type: "json" };
import servers from "./ru/servers.json" with { type: "json" };
import settings from "./ru/settings.json" with { type: "json" };
import storage from "./ru/storage.json" with { type: "json" };
import update from "./ru/update.json" with { type: "json" };
import upload from "./ru/upload.json" with { type: "json" };

export const russian: Record<
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
