import { QueryClient, queryOptions } from "@tanstack/react-query";
import { afterFailure, type Breaker, closedBreaker, mayAsk, waitOf } from "#src/core/connection/breaker.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import type { Model, ModelDetails } from "#src/core/models/model.ts";
import { sameModel } from "#src/core/models/name.ts";
import { fetchDetails } from "#src/ollama/models.ts";
import { cachedModels, cacheModels } from "#src/storage/model-cache.ts";
import { rememberKind, speaksOpenAi } from "./abilities.ts";
import { listModels, listRunning } from "./list-models.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    // The browser's idea of being offline says nothing of a server on this computer.
    queries: { networkMode: "always", retry: isWorthRetrying, retryDelay: 1000 },
    mutations: { networkMode: "always", retry: false },
  },
});

/** Once, where the server itself failed; a server that is away is asked again when it is back. */
function isWorthRetrying(count: number, error: Error): boolean {
  return (
    count < 1 && error instanceof OllamaFailure && error.error.kind === "http" && error.error.status >= 500
  );
}

const breakers = new Map<string, Breaker>();

const breakerOf = (server: string): Breaker => breakers.get(server) ?? closedBreaker;

/** Whether the page may ask a server for its list by itself. */
const mayAskNow = (server: string): boolean => mayAsk(breakerOf(server), Date.now());

/** How long after a failure a server is asked for its list again, in milliseconds; `false` where it answers. */
export function listWait(server: string): number | false {
  return waitOf(breakerOf(server)) || false;
}

/**
 * The installed models of a server; from the last visit, with its age, until it answers. A server that failed again and again is
 * asked less and less often, but at once where `refetch` or `invalidateModels` is called.
 */
export function modelsQuery(server: string) {
  return queryOptions({
    queryKey: ["models", server],
    queryFn: async ({ signal }) => {
      try {
        const models = await listModels(server, signal);
        breakers.delete(server);
        cacheModels(server, models, Date.now(), speaksOpenAi(server) ? "openai" : "ollama");
        return models;
      } catch (error) {
        if (!signal.aborted) breakers.set(server, afterFailure(breakerOf(server), Date.now()));
        throw error;
      }
    },
    initialData: (): readonly Model[] | undefined => {
      const cached = cachedModels(server);
      if (cached?.kind) rememberKind(server, cached.kind);
      return cached?.models;
    },
    initialDataUpdatedAt: () => cachedModels(server)?.savedAt,
    enabled: server !== "",
    staleTime: 5000,
    gcTime: Infinity,
    refetchOnWindowFocus: () => mayAskNow(server) && "always",
    refetchOnMount: () => mayAskNow(server),
    retryOnMount: () => mayAskNow(server),
  });
}

/** The models in a server's memory. */
export function runningQuery(server: string) {
  return queryOptions({
    queryKey: ["running", server],
    queryFn: ({ signal }) => listRunning(server, signal),
    enabled: server !== "",
  });
}

/** What `/api/show` says of a model; its digest says when that is out of date. */
export function detailsQuery(server: string, name: string, digest?: string) {
  return queryOptions({
    queryKey: ["details", server, name, digest ?? ""],
    queryFn: ({ signal }) => fetchDetails(server, name, signal),
    staleTime: digest === undefined ? 30_000 : Infinity,
    refetchOnWindowFocus: false,
  });
}

/** Asks a server for its models again, and waits for them. Never rejects. */
export async function invalidateModels(server: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["models", server], refetchType: "all" }),
    queryClient.invalidateQueries({ queryKey: ["running", server] }),
  ]);
}

/** How long a run waits for what `/api/show` says, in milliseconds. */
const patience = 3000;

/** Details for a run: what is known, or what the server says soon; none of a server that speaks OpenAI's API. */
export async function knownDetails(server: string, name: string): Promise<ModelDetails | undefined> {
  if (speaksOpenAi(server)) return undefined;
  const listed = queryClient
    .getQueryData(modelsQuery(server).queryKey)
    ?.find((model) => sameModel(model.name, name));
  const asked = queryClient.fetchQuery({
    ...detailsQuery(server, listed?.name ?? name, listed?.digest),
    retry: false,
  });
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patience));
  return Promise.race([asked, late]).catch(() => undefined);
}

/** A model's name as its server lists it, which servers other than Ollama take literally. */
export function listedName(server: string, name: string): string {
  const models = queryClient.getQueryData(modelsQuery(server).queryKey);
  if (models?.some((model) => model.name === name)) return name;
  return models?.find((model) => sameModel(model.name, name))?.name ?? name;
}
