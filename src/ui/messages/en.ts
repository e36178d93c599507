import actions from "./en/actions.json" with { type: "json" };
import app from "./en/app.json" with { type: "json" };
import chat from "./en/chat.json" with { type: "json" };
import code from "./en/code.json" with { type: "json" };
import completion from "./en/completion.json" with { type: "json" };
import connection from "./en/connection.json" with { type: "json" };
import conversations from "./en/conversations.json" with { type: "json" };
import create from "./en/create.json" with { type: "json" };
import details from "./en/details.json" with { type: "json" };
import embeddings from "./en/embeddings.json" with { type: "json" };
import errors from "./en/errors.json" with { type: "json" };
import health from "./en/health.json" with { type: "json" };
import library from "./en/library.json" with { type: "json" };
import markdown from "./en/markdown.json" with { type: "json" };
import models from "./en/models.json" with { type: "json" };
import parameters from "./en/parameters.json" with { type: "json" };
import playground from "./en/playground.json" with { type: "json" };
import preview from "./en/preview.json" with { type: "json" };
import pulls from "./en/pulls.json" with { type: "json" };
import reading from "./en/reading.json" with { type: "json" };
import running from "./en/running.json" with { type: "json" };
import settings from "./en/settings.json" with { type: "json" };
import upload from "./en/upload.json" with { type: "json" };

export const english = {
  ...actions,
  ...app,
  ...chat,
  ...code,
  ...completion,
  ...connection,
  ...conversations,
  ...create,
  ...details,
  ...embeddings,
  ...errors,
  ...health,
  ...library,
  ...markdown,
  ...models,
  ...parameters,
  ...playground,
  ...preview,
  ...pulls,
  ...reading,
  ...running,
  ...settings,
  ...upload,
};
