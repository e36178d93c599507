import { useQuery } from "@tanstack/react-query";
import type { ModelDetails } from "#src/core/models/model.ts";
import { detailsQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";
import { useModel } from "./use-is-installed.ts";

/** What `/api/show` says of a model, once it has said it. */
export function useDetails(name: string): ModelDetails | undefined {
  const server = useServer((state) => state.url);
  const digest = useModel(name)?.digest;
  const { data } = useQuery({ ...detailsQuery(server, name, digest), enabled: digest !== undefined });
  return data;
}
