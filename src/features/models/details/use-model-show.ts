import { useQuery } from "@tanstack/react-query";
import { errorOf, type OllamaError } from "#src/core/errors.ts";
import type { Model } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import type { ModelShow } from "#src/core/models/show.ts";
import { showQuery } from "#src/state/model-details.ts";
import { modelsQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";

export type ModelShowView = {
  readonly server: string;
  /** What the list says of it; absent where it is not installed. */
  readonly listed: Model | undefined;
  /** When the list came, in milliseconds since 1970 UTC. */
  readonly listedAt: number;
  readonly show: ModelShow | undefined;
  readonly error: OllamaError | undefined;
  readonly retry: () => void;
};

/** What the server says of a model. It is asked once the list told the digest, under which the answer is kept. */
export function useModelShow(name: string): ModelShowView {
  const server = useServer((state) => state.url);
  const list = useQuery(modelsQuery(server));
  const listed = list.data?.find((model) => sameModel(model.name, name));
  const asked = useQuery({
    ...showQuery(server, listed?.name ?? name, listed?.digest),
    enabled: server !== "" && (listed !== undefined || !list.isFetching),
  });
  return {
    server,
    listed,
    listedAt: list.dataUpdatedAt,
    show: asked.data,
    error: asked.data || !asked.error ? undefined : errorOf(asked.error),
    retry: () => {
      void list.refetch();
      void asked.refetch();
    },
  };
}
