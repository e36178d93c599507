import { useQuery } from "@tanstack/react-query";
import type { RunningModel } from "#src/core/models/model.ts";
import { useConnection } from "#src/state/connection.ts";
import { runningQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";

export type RunningView = {
  /** As last told; absent before that. */
  readonly data: readonly RunningModel[] | undefined;
  /** When that was, in milliseconds since 1970 UTC. */
  readonly toldAt: number;
  /** Why the server did not tell when it was asked last. */
  readonly error: Error | null;
  readonly refetch: () => void;
};

/** What a server tells of its memory, asked again each `interval` milliseconds while the page is visible and the server answers. */
export function useMemoryBoard(interval: number): RunningView {
  const server = useServer((state) => state.url);
  const isConnected = useConnection((state) => state.status === "connected");
  const { data, dataUpdatedAt, error, refetch } = useQuery({
    ...runningQuery(server),
    enabled: server !== "" && isConnected,
    refetchInterval: interval,
  });
  return { data, toldAt: dataUpdatedAt, error, refetch: () => void refetch() };
}

/** The models in memory; `undefined` while that is not known. */
export function useRunning(interval: number): readonly RunningModel[] | undefined {
  const isConnected = useConnection((state) => state.status === "connected");
  const { data, error } = useMemoryBoard(interval);
  return isConnected && !error ? data : undefined;
}
