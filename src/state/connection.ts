import { create } from "zustand";
import { type ConnectionState, type Finding, stateOf } from "#src/core/connection/finding.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import {
  checkUnreachable,
  diagnoseAny,
  followVisibility,
  monitorOf,
  useConnections,
  watchServers,
} from "./connections.ts";
import { queryClient } from "./models.ts";
import type { Connection } from "./monitor.ts";
import { serverUrl, useServer } from "./server.ts";
import { useServers } from "./servers.ts";

const unknown: Connection = { status: "checking" };

/** The way to the server in use, as the indicator shows it. */
export const useConnection = create<Connection>(() => unknown);

function show(): void {
  const next = useConnections.getState().connections.get(serverUrl()) ?? unknown;
  if (next !== useConnection.getState()) useConnection.setState(next, true);
}

/** Begins to watch all servers, once configuration and settings are known; returns how to stop. */
export function startConnection(): () => void {
  const check = ({ type }: Event) => {
    // What was asked while there was no network has failed, and says so late.
    if (type === "online")
      for (const url of useConnections.getState().connections.keys()) checkUnreachable(url);
    followVisibility(serverUrl());
  };
  // The server in use is asked first.
  const follow = () => watchServers([serverUrl(), ...useServers.getState().servers.map(({ url }) => url)]);
  const events = [
    [document, "visibilitychange"],
    [window, "focus"],
    [window, "offline"],
    [window, "online"],
  ] as const;
  for (const [target, event] of events) target.addEventListener(event, check);
  const ends = [
    useConnections.subscribe(show),
    useServers.subscribe(follow),
    useServer.subscribe((next, before) => {
      if (next.url === before.url) return;
      show();
      reportTrouble();
    }),
    queryClient.getQueryCache().subscribe((event) => {
      if (event.type !== "updated") return;
      // The keys of queries are their kind, then the server's address.
      const url = String(event.query.queryKey[1]);
      if (event.action.type === "error" && isLost(event.action.error)) doubt(url);
      else if (event.action.type === "success" && !event.action.manual) checkUnreachable(url);
    }),
    () => watchServers([]),
    ...events.map(
      ([target, event]) =>
        () =>
          target.removeEventListener(event, check),
    ),
  ];
  follow();
  return () => {
    for (const end of ends) end();
  };
}

function isLost(error: unknown): boolean {
  return (
    error instanceof OllamaFailure && (error.error.kind === "unreachable" || error.error.kind === "timeout")
  );
}

function doubt(url: string): void {
  const server = monitorOf(url) ? url : serverUrl();
  if (useConnections.getState().connections.get(server)?.status === "connected") reportTrouble(server);
}

/** A request failed: checks at once. */
export function reportTrouble(server = serverUrl()): void {
  void monitorOf(server)?.check();
}

/** Checks all servers at once: the user asks. */
export function checkServers(): void {
  for (const { url } of useServers.getState().servers) reportTrouble(url);
}

/** The state that a diagnosis of a server finds now; `offline`, where this device most likely has no network. */
export async function findingNow(server = serverUrl()): Promise<ConnectionState | "offline"> {
  const finding = await testServer(server);
  return finding?.causes?.[0]?.kind === "offline" ? "offline" : stateOf(finding);
}

/** A diagnosis of any address; of a server that the app knows, it is shown wherever that is. */
export async function testServer(url: string): Promise<Finding | undefined> {
  const monitor = monitorOf(url);
  return monitor ? monitor.diagnose() : diagnoseAny(url, new AbortController().signal);
}
