import { useQuery } from "@tanstack/react-query";
import { canChat, isRemote } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { useCompletionForm } from "#src/state/completion-form.ts";
import { detailsQuery, modelsQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";
import { useSettings } from "#src/state/settings.ts";

export type CompletionModel = {
  /** The chosen one, else the last of the chats, else the first that can; empty where there is none. */
  readonly name: string;
  /** Installed models that can complete. */
  readonly able: readonly string[];
  /** Those of `/api/show`, since a list of models may lack some; absent until the server has said them, and for old ones. */
  readonly capabilities: readonly string[] | undefined;
  /** What is sent to it leaves the server. */
  readonly isRemote: boolean;
  readonly isFailed: boolean;
  readonly isKnown: boolean;
};

/** The model of the playground, and what it can do. */
export function useCompletionModel(): CompletionModel {
  const server = useServer((state) => state.url);
  const chosen = useCompletionForm((form) => form.model);
  const last = useSettings((settings) => settings.lastModel);
  const { data: models, isError } = useQuery(modelsQuery(server));
  const able = (models ?? []).filter(canChat).map((model) => model.name);
  const wanted = able.find((name) => sameModel(name, chosen || last));
  const name = wanted ?? (chosen || (able[0] ?? ""));
  const model = models?.find((other) => sameModel(other.name, name));
  const { data: details } = useQuery({
    ...detailsQuery(server, name, model?.digest),
    enabled: model !== undefined,
  });
  return {
    name,
    able,
    capabilities: details && details.capabilities.length > 0 ? details.capabilities : undefined,
    isRemote: name !== "" && isRemote(model ?? { name }),
    isFailed: isError && models === undefined,
    isKnown: models !== undefined,
  };
}
