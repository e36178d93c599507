import { queryOptions } from "@tanstack/react-query";
import type { ModelDetails } from "#src/core/models/model.ts";
import type { ModelShow } from "#src/core/models/show.ts";
import { fetchShow, fetchWholeInfo } from "#src/ollama/show.ts";
import { detailsQuery, queryClient } from "./models.ts";

/** For how long an answer that nobody looks at is kept, in milliseconds. It is not kept over a reload: the server is near. */
const keptFor = 30 * 60_000;

/** All of `/api/show`; good for as long as the digest is the model's. A chat with the model need not ask again. */
export function showQuery(server: string, name: string, digest?: string) {
  return queryOptions({
    queryKey: ["show", server, name, digest ?? ""],
    queryFn: async ({ signal }) => {
      const show = await fetchShow(server, name, signal);
      queryClient.setQueryData(detailsQuery(server, name, digest).queryKey, detailsOf(show));
      return show;
    },
    staleTime: digest === undefined ? 30_000 : Infinity,
    gcTime: keptFor,
    refetchOnWindowFocus: false,
  });
}

/** Metadata with all its arrays, for who asks for them. */
export function wholeInfoQuery(server: string, name: string, digest?: string) {
  return queryOptions({
    queryKey: ["whole-info", server, name, digest ?? ""],
    queryFn: ({ signal }) => fetchWholeInfo(server, name, signal),
    staleTime: Infinity,
    // Comparing megabytes with what was there before gains nothing.
    structuralSharing: false,
    refetchOnWindowFocus: false,
  });
}

function detailsOf(show: ModelShow): ModelDetails {
  const { capabilities, parameters, system, contextLength, remoteHost } = show;
  return {
    capabilities,
    parameters,
    system,
    ...(contextLength !== undefined && { contextLength }),
    ...(remoteHost !== undefined && { remoteHost }),
  };
}
