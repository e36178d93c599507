import { QueryObserver } from "@tanstack/react-query";
import { type Candidate, orderServers } from "#src/core/connection/choose-server.ts";
import type { Reply } from "#src/core/conversation/message.ts";
import type { Model } from "#src/core/models/model.ts";
import { filterModels } from "#src/core/models/model-filter.ts";
import { knownKey } from "#src/core/models/known-key.ts";
import { perSecond } from "#src/core/playground/timings.ts";
import { readHealth } from "#src/storage/health-history.ts";
import { addSpeed, readSpeeds, speedKey } from "#src/storage/speeds.ts";
import { useConnections } from "./connections.ts";
import { type ServerList, useFleet } from "./fleet.ts";
import { listWait, modelsQuery, queryClient, runningQuery } from "./models.ts";
import { useRuns } from "./run-view.ts";
import { serverAt, useServers } from "./servers.ts";

const watched = new Map<string, () => void>();
let speeds = readSpeeds();

function watch(url: string): () => void {
  const lists = new QueryObserver(queryClient, {
    ...modelsQuery(url),
    refetchInterval: () => listWait(url),
  });
  return lists.subscribe(publish);
}

/** Watches the lists of all servers; each is asked for itself, and none waits for another. */
export function followServers(): void {
  const urls = new Set(useServers.getState().servers.map(({ url }) => url));
  for (const [url, stop] of watched) {
    if (urls.has(url)) continue;
    stop();
    watched.delete(url);
  }
  for (const url of urls) if (!watched.has(url)) watched.set(url, watch(url));
  publish();
}

useServers.subscribe(followServers);
useConnections.subscribe(publish);
useRuns.subscribe(publish);
queryClient.getQueryCache().subscribe(({ type, query }) => {
  if (type === "updated" && query.queryKey[0] === "running") publish();
});

let isDue = false;

/** Once for all that changes at a time. */
function publish(): void {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    const { lists } = useFleet.getState();
    const next = useServers.getState().servers.map(({ url }) => {
      const list = listOf(url);
      return lists.find((known) => known.server.url === url && isSame(known, list)) ?? list;
    });
    const isChanged = next.length !== lists.length || next.some((list, index) => list !== lists[index]);
    // What is drawn from the lists is drawn again only where one changed; the order may change without them.
    useFleet.setState({ lists: isChanged ? next : lists, order, note });
  });
}

function isSame(a: ServerList, b: ServerList): boolean {
  return (
    a.server === b.server &&
    a.models === b.models &&
    a.updatedAt === b.updatedAt &&
    a.isDown === b.isDown &&
    a.isAsked === b.isAsked &&
    [...a.inMemory].join("\n") === [...b.inMemory].join("\n")
  );
}

function listOf(url: string): ServerList {
  const server = serverAt(url);
  const state = queryClient.getQueryState(modelsQuery(url).queryKey);
  const running = queryClient.getQueryData(runningQuery(url).queryKey) ?? [];
  return {
    server,
    models: shownModels(url, state?.data, server.modelFilter),
    updatedAt: state?.dataUpdatedAt ?? 0,
    isDown: isDown(url),
    isAsked: state?.fetchStatus === "fetching",
    inMemory: new Set(running.map(({ name }) => knownKey(name))),
  };
}

type Shown = { readonly all: readonly Model[]; readonly filter: string; readonly models: readonly Model[] };
const shown = new Map<string, Shown>();

function shownModels(
  url: string,
  all: readonly Model[] | undefined,
  filter: string,
): readonly Model[] | undefined {
  if (!all) return undefined;
  const before = shown.get(url);
  if (before?.all === all && before.filter === filter) return before.models;
  const models = filterModels(all, filter);
  shown.set(url, { all, filter, models });
  return models;
}

/** It failed the last time that it was asked for its list, or that its health was checked. */
function isDown(url: string): boolean {
  const status = useConnections.getState().connections.get(url)?.status ?? "checking";
  const isFailed = queryClient.getQueryState(modelsQuery(url).queryKey)?.status === "error";
  return isFailed || (status !== "connected" && status !== "checking");
}

/** Keys of a list's models, worked out once. */
const keys = new WeakMap<readonly Model[], ReadonlySet<string>>();

function keysOf(models: readonly Model[]): ReadonlySet<string> {
  const known = keys.get(models) ?? new Set(models.map(({ name }) => knownKey(name)));
  keys.set(models, known);
  return known;
}

/** `own` is the reply that is chosen for: it is no burden to a server. */
function order(model: string, own?: string): readonly string[] {
  const key = knownKey(model);
  const replies = [...useRuns.getState().runs.values()].map(({ view }) => view.getState().reply);
  const having = useFleet.getState().lists.filter(({ models }) => models && keysOf(models).has(key));
  return orderServers(
    having.map(({ server: { url }, inMemory }): Candidate => ({
      server: url,
      isDown: isDown(url),
      isInMemory: inMemory.has(key),
      speed: speedOf(url, model),
      running: replies.filter(({ id, server }) => server === url && id !== own).length,
    })),
  );
}

/** How fast a model wrote on a server, in tokens a second: by its replies, else by its last test. */
export function speedOf(server: string, model: string): number | undefined {
  const measured = speeds.get(speedKey(server, knownKey(model)));
  if (measured !== undefined) return measured;
  const check = testsOf(server)
    .get(model)
    ?.findLast(({ status }) => status === "ok");
  return check?.status === "ok" ? check.tokensPerSecond : undefined;
}

const tests = new Map<string, { readonly at: number; readonly history: ReturnType<typeof readHealth> }>();

/** The tests of a server, read at most once in ten seconds. */
function testsOf(server: string): ReturnType<typeof readHealth> {
  const known = tests.get(server);
  if (known && Date.now() - known.at < 10_000) return known.history;
  const history = readHealth(server);
  tests.set(server, { at: Date.now(), history });
  return history;
}

/** Shorter than this, what was measured is chance. */
const leastMs = 100;

function note({ server, model, usage, timing }: Reply): void {
  const writingMs = timing?.writingMs ?? 0;
  // The model is in that server's memory now, and another may have left it.
  if (server) void queryClient.fetchQuery({ ...runningQuery(server), retry: false }).catch(() => undefined);
  if (!server || !usage || writingMs <= leastMs) return;
  // The first token is where the time begins.
  const speed = perSecond(usage.completionTokens - 1, writingMs);
  if (speed === undefined || speed <= 0) return;
  speeds = addSpeed(server, knownKey(model), speed);
  publish();
}

/** How long is waited for what servers have in memory, and for lists where none is known, in milliseconds. */
const memoryPatience = 500;
const listPatience = 3000;

/** The servers that have a model in the order of the rule, with what those that answer soon say of it now. Never rejects. */
export async function freshOrder({ id, model }: Reply): Promise<readonly string[]> {
  followServers();
  await Promise.resolve();
  const servers = useServers.getState().servers.map(({ url }) => url);
  if (order(model).length === 0) {
    await soon(
      listPatience,
      servers.map((url) => queryClient.ensureQueryData(modelsQuery(url))),
    );
    await Promise.resolve();
  }
  const having = order(model);
  if (having.length > 1) {
    await soon(
      memoryPatience,
      having.map((url) => queryClient.fetchQuery({ ...runningQuery(url), staleTime: 2000, retry: false })),
    );
    await Promise.resolve();
  }
  return order(model, id);
}

async function soon(ms: number, asked: readonly Promise<unknown>[]): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, ms));
  await Promise.race([Promise.allSettled(asked), late]);
}

/** Between two looks at what is in memory while somebody chooses, in milliseconds. */
const lookEvery = 10_000;

/** Keeps asking the servers that answer what they have in memory; returns how to stop. */
export function watchMemory(): () => void {
  const stops = useServers.getState().servers.map(({ url }) =>
    new QueryObserver(queryClient, {
      ...runningQuery(url),
      enabled: () => !isDown(url),
      retry: false,
      refetchInterval: lookEvery,
    }).subscribe(publish),
  );
  return () => {
    for (const stop of stops) stop();
  };
}

/** Asks a server for its list now. */
export function askAgain(url: string): void {
  void queryClient.refetchQueries({ queryKey: modelsQuery(url).queryKey });
}
