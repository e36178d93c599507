import { useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import { isRemote, type Model } from "#src/core/models/model.ts";
import { parseModelfile } from "#src/core/models/modelfile.ts";
import { parseModelName, sameModel } from "#src/core/models/name.ts";
import type { ModelShow } from "#src/core/models/show.ts";
import { useModels } from "#src/features/models/use-models.ts";
import { showQuery } from "#src/state/model-details.ts";
import { useServer } from "#src/state/server.ts";

export type BaseView = {
  /** With its tag; empty while it is no name. */
  readonly name: string;
  readonly installed: readonly Model[];
  /** Absent where it is not installed. */
  readonly model: Model | undefined;
  /** What it has now; absent until the server has said it. */
  readonly show: ModelShow | undefined;
  /** Those that it has, each for itself; none until the server has said them. */
  readonly licenses: readonly string[];
  /** The server could not say it. */
  readonly isUnreadable: boolean;
  /** The server will pull it first: it is known not to be there. */
  readonly isToBePulled: boolean;
};

/** What is known of the model that another is made from. */
export function useBase(typed: string): BaseView {
  const server = useServer((state) => state.url);
  const { models, isStale } = useModels();
  const parsed = parseModelName(useDeferredValue(typed));
  const name = parsed.ok ? parsed.name : "";
  const model = models?.find((candidate) => sameModel(candidate.name, name));
  const { data, isError } = useQuery({
    ...showQuery(server, model?.name ?? "", model?.digest),
    enabled: model !== undefined,
  });
  const show = model && data;
  return {
    name,
    installed: models ?? [],
    model,
    show,
    licenses: show ? parseModelfile(show.modelfile).fields.licenses : [],
    isUnreadable: model !== undefined && isError && data === undefined,
    isToBePulled: name !== "" && models !== undefined && !isStale && !model && !isRemote({ name }),
  };
}
