import { create } from "zustand";
import { type ConnectionState, type Finding, stateOf } from "#src/core/connection/finding.ts";
import { OllamaFailure } from "#src/core/errors.ts";
import { checkVersion, diagnoseServer } from "#src/ollama/probe.ts";
import { invalidateModels, queryClient } from "./models.ts";
import { type Connection, createMonitor } from "./monitor.ts";
import { serverUrl, useServer } from "./server.ts";

/** The way to the server in use, as the indicator shows it. */
export const useConnection = create<Connection>(() => ({ status: "checking" }));

const monitor = createMonitor({
  server: serverUrl,
  checkVersion,
  diagnose: diagnoseServer,
  isVisible: () => globalThis.document?.visibilityState === "visible",
  publish: (connection) => useConnection.setState(connection, true),
  onConnected: () => void invalidateModels(serverUrl()),
});

/** Begins to watch the server in use, once configuration and settings are known; returns how to stop. */
export function startConnection(): () => void {
  const check = () => {
    if (document.visibilityState === "visible") void monitor.check();
    else monitor.stop();
  };
  const events = [
    [document, "visibilitychange"],
    [window, "focus"],
    [window, "online"],
    [window, "offline"],
  ] as const;
  for (const [target, event] of events) target.addEventListener(event, check);
  const unfollow = useServer.subscribe((next, before) => {
    if (next.url !== before.url) monitor.reset();
  });
  const unwatch = queryClient.getQueryCache().subscribe((event) => {
    const isTrouble = event.type === "updated" && event.action.type === "error" && isLost(event.action.error);
    if (isTrouble && useConnection.getState().status === "connected") reportTrouble();
  });
  void monitor.check();
  return () => {
    unwatch();
    for (const [target, event] of events) target.removeEventListener(event, check);
    unfollow();
    monitor.stop();
  };
}

function isLost(error: unknown): boolean {
  return (
    error instanceof OllamaFailure && (error.error.kind === "unreachable" || error.error.kind === "timeout")
  );
}

/** A request failed: checks at once. */
export function reportTrouble(): void {
  void monitor.check();
}

/** The state that a diagnosis of the server in use finds now. */
export async function findingNow(): Promise<ConnectionState> {
  return stateOf(await monitor.diagnose());
}

/** A diagnosis of any address; of the server in use, the indicator shows it too. */
export async function testServer(url: string): Promise<Finding | undefined> {
  return url === serverUrl() ? monitor.diagnose() : diagnoseServer(url, new AbortController().signal);
}
