import { useQuery } from "@tanstack/react-query";
import type { ModelDetails } from "#src/core/models/model.ts";
import { detailsQuery } from "#src/state/models.ts";
import { useModel } from "./use-is-installed.ts";

/** What `/api/show` of a server says of a model, once it has said it. */
export function useDetails(server: string, name: string): ModelDetails | undefined {
  const digest = useModel(server, name)?.digest;
  // A server that tells no digest has no details either.
  const { data } = useQuery({ ...detailsQuery(server, name, digest), enabled: Boolean(digest) });
  return data;
}
