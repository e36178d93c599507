import { create } from "zustand";
import type { Finding } from "#src/core/connection/finding.ts";
import { probeOf, versionOf } from "#src/core/connection/probes.ts";
import { checkMs } from "#src/core/connection/server.ts";
import { checkVersion, diagnoseServer } from "#src/ollama/probe.ts";
import { isFoundOpenAi, noteKind, speaksOpenAi } from "./abilities.ts";
import { invalidateModels } from "./models.ts";
import { type Connection, createMonitor, type Monitor } from "./monitor.ts";
import { serverAt } from "./servers.ts";

/** The way to each server that the app knows, by its address. */
export const useConnections = create<{ readonly connections: ReadonlyMap<string, Connection> }>(() => ({
  connections: new Map(),
}));

const monitors = new Map<string, Monitor>();

type Ask = (url: string, signal: AbortSignal, afterMs: number) => Promise<Finding>;

/** What a server that speaks OpenAI's API may show to a question of Ollama's: its 404 may have no CORS headers. */
const otherKinds: ReadonlySet<Finding["kind"]> = new Set(["not-ollama", "origin-refused"]);

/** Where Ollama's version was read, it is Ollama that refuses. */
function mayBeOther({ kind, evidence }: Finding): boolean {
  return otherKinds.has(kind) && !(evidence && versionOf(probeOf(evidence, "version")) !== undefined);
}

/** What is asked of a server: Ollama's own question, and where that is not understood, OpenAI's. */
function either(ask: Ask) {
  return async (url: string, signal: AbortSignal): Promise<Finding> => {
    const server = serverAt(url);
    const afterMs = checkMs(server);
    const finding = isFoundOpenAi(url) ? undefined : await ask(url, signal, afterMs);
    if (finding && (!mayBeOther(finding) || server.kind === "ollama")) return finding;
    const { checkModels } = await import("#src/ollama/check-models.ts");
    const found = await checkModels(url, signal, afterMs);
    if (found?.kind === "connected") noteKind(url, "openai");
    // Of a server that never spoke OpenAI's API, an error at that path says nothing.
    if (finding && (!found || found.kind === "proxy-down")) return finding;
    if (!found) return ask(url, signal, afterMs);
    const evidence = found.kind === "connected" ? undefined : finding?.evidence;
    return evidence ? { ...found, evidence } : found;
  };
}

/** The whole diagnosis of any address, in the way that its kind has. */
export const diagnoseAny = either((url, signal) => diagnoseServer(url, signal, undefined, speaksOpenAi(url)));

const isVisible = (): boolean => globalThis.document?.visibilityState === "visible";

function watch(url: string): Monitor {
  return createMonitor({
    server: () => url,
    checkVersion: either(checkVersion),
    diagnose: diagnoseAny,
    isVisible,
    publish: (connection) => {
      if (monitors.has(url)) put(new Map(useConnections.getState().connections).set(url, connection));
    },
    onConnected: () => void invalidateModels(url),
  });
}

function put(connections: ReadonlyMap<string, Connection>): void {
  useConnections.setState({ connections });
}

/** The monitor of a server; undefined where the app does not know it. */
export function monitorOf(url: string): Monitor | undefined {
  return monitors.get(url);
}

/** Between the first checks of two servers, in milliseconds, so that many do not begin at once. */
const stagger = 300;

/** Watches these servers from now on, the first one first, and no others. */
export function watchServers(urls: readonly string[]): void {
  for (const [url, monitor] of monitors) {
    if (urls.includes(url)) continue;
    monitors.delete(url);
    monitor.stop();
    const { connections } = useConnections.getState();
    put(new Map([...connections].filter(([other]) => other !== url)));
  }
  const fresh = new Set(urls.filter((url) => !monitors.has(url)));
  for (const [index, url] of [...fresh].entries()) {
    monitors.set(url, watch(url));
    if (index > 0) setTimeout(() => isVisible() && monitors.get(url)?.resume(), index * stagger);
    else if (isVisible()) void monitors.get(url)?.check();
  }
}

/** Where a server seems unreachable, it is checked anew: something shows that the way to it may be free again. */
export function checkUnreachable(url: string): void {
  if (isVisible() && useConnections.getState().connections.get(url)?.status === "unreachable")
    monitors.get(url)?.checkAnew();
}

/** Goes on, or stops, as the page is seen or not; `url` is checked at once. */
export function followVisibility(url: string): void {
  for (const [other, monitor] of monitors) {
    if (!isVisible()) monitor.stop();
    else if (other === url) void monitor.check();
    else monitor.resume();
  }
}
