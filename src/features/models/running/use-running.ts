import { useQuery } from "@tanstack/react-query";
import type { RunningModel } from "#src/core/models/model.ts";
import { useConnection } from "#src/state/connection.ts";
import { runningQuery } from "#src/state/models.ts";
import { useServer } from "#src/state/server.ts";

/** The models in memory, asked again each `interval` milliseconds while the page is visible and the server answers. */
export function useRunning(interval: number): readonly RunningModel[] | undefined {
  const server = useServer((state) => state.url);
  const isConnected = useConnection((state) => state.status === "connected");
  const { data } = useQuery({
    ...runningQuery(server),
    enabled: server !== "" && isConnected,
    refetchInterval: interval,
  });
  return isConnected ? data : undefined;
}
