import { queryOptions } from "@tanstack/react-query";
import { fetchVersion } from "#src/ollama/models.ts";

export type ServerHealth = {
  readonly version: string;
  /** From the question to the answer, in milliseconds. */
  readonly latencyMs: number;
};

/** Whether the server answers, and how fast: `/api/version`, asked anew each half minute while somebody looks. */
export function serverHealthQuery(server: string) {
  return queryOptions({
    queryKey: ["server-health", server],
    queryFn: async ({ signal }): Promise<ServerHealth> => {
      const from = performance.now();
      const version = await fetchVersion(server, signal);
      return { version, latencyMs: performance.now() - from };
    },
    enabled: server !== "",
    retry: false,
    staleTime: 0,
    refetchInterval: 30_000,
    refetchOnWindowFocus: false,
  });
}
