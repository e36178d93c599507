import { useQuery } from "@tanstack/react-query";
import type { Model } from "#src/core/models/model.ts";
import { modelsQuery, runningQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";

export type ModelsView = {
  /** Absent until the server has answered once, now or on an earlier visit. */
  readonly models: readonly Model[] | undefined;
  /** When the list came, in milliseconds since 1970 UTC. */
  readonly updatedAt: number;
  /** The server did not answer the last time it was asked. */
  readonly isStale: boolean;
  readonly isFailed: boolean;
  readonly refetch: () => void;
};

/** The installed models of a server, or of the one in use. */
export function useModels(wanted?: string): ModelsView {
  const inUse = useServer((state) => state.url);
  const server = wanted ?? inUse;
  const { data, dataUpdatedAt, isError, refetch } = useQuery(modelsQuery(server));
  return {
    models: data,
    updatedAt: dataUpdatedAt,
    isStale: isError && data !== undefined,
    isFailed: isError && data === undefined,
    refetch: () => void refetch(),
  };
}

/** Names of the models in memory, asked again while somebody looks; none while the server does not tell. */
export function useInMemory(wanted?: string): ReadonlySet<string> {
  const inUse = useServer((state) => state.url);
  const server = wanted ?? inUse;
  const { data, isError } = useQuery({ ...runningQuery(server), refetchInterval: 10_000, select: namesOf });
  return (isError ? undefined : data) ?? none;
}

const none: ReadonlySet<string> = new Set();

function namesOf(running: readonly { readonly name: string }[]): ReadonlySet<string> {
  return new Set(running.map(({ name }) => name));
}
