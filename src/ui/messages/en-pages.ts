import actions from "./en/actions.json" with { type: "json" };
import choice from "./en/choice.json" with { type: "json" };
import completion from "./en/completion.json" with { type: "json" };
import create from "./en/create.json" with { type: "json" };
import details from "./en/details.json" with { type: "json" };
import diagnosis from "./en/diagnosis.json" with { type: "json" };
import embeddings from "./en/embeddings.json" with { type: "json" };
import health from "./en/health.json" with { type: "json" };
import library from "./en/library.json" with { type: "json" };
import modelsPages from "./en/models-pages.json" with { type: "json" };
import running from "./en/running.json" with { type: "json" };
import parameters from "./en/parameters.json" with { type: "json" };
import playground from "./en/playground.json" with { type: "json" };
import requests from "./en/requests.json" with { type: "json" };
import serverHealth from "./en/server-health.json" with { type: "json" };
import servers from "./en/servers.json" with { type: "json" };
import settings from "./en/settings.json" with { type: "json" };
import storage from "./en/storage.json" with { type: "json" };
import update from "./en/update.json" with { type: "json" };
import upload from "./en/upload.json" with { type: "json" };

/** Texts that stand on no first screen. */
export const englishPages = {
  ...actions,
  ...choice,
  ...completion,
  ...create,
  ...details,
  ...diagnosis,
  ...embeddings,
  ...health,
  ...library,
  ...modelsPages,
  ...running,
  ...parameters,
  ...playground,
  ...requests,
  ...serverHealth,
  ...servers,
  ...settings,
  ...storage,
  ...update,
  ...upload,
};
