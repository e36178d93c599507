import { create } from "zustand";
import { normaliseAddress } from "#src/core/connection/address.ts";
import {
  noSecrets,
  plainServer,
  secretHeaders,
  type Server,
  serverLabel,
  type ServerSecrets,
} from "#src/core/connection/server.ts";
import { setAccess } from "#src/ollama/access.ts";
import { clearSecrets, loadSecrets, onSecretsChanged, saveSecrets } from "#src/storage/server-keys.ts";
import { loadServers, onServersChanged, saveServers, type StoredServer } from "#src/storage/servers.ts";
import { type Config, useConfig } from "./config.ts";
import { useSettings } from "./settings.ts";

const defaultUrl = "http://localhost:11434";

/**
 * The servers that there are: those of `config.json`, then the user's, else Ollama's own address. What the user changed of a
 * configured one holds; where changes are forbidden, only the configured ones are there.
 */
export function listServers(
  config: Config,
  stored: readonly StoredServer[],
  userUrl: string,
): readonly Server[] {
  const list = new Map<string, Server>();
  for (const { url, name, kind } of config.servers) {
    const isKnown = kind === "ollama" || kind === "openai";
    list.set(url, { ...plainServer(url, "config"), ...(name ? { name } : {}), ...(isKnown ? { kind } : {}) });
  }
  if (config.allowServerChanges) {
    for (const server of stored)
      list.set(server.url, { ...server, source: list.get(server.url)?.source ?? "user" });
    const chosen = normaliseAddress(userUrl);
    if (chosen.ok && !list.has(chosen.url)) list.set(chosen.url, plainServer(chosen.url, "user"));
  }
  if (list.size === 0) list.set(defaultUrl, plainServer(defaultUrl, "default"));
  return [...list.values()];
}

/** All servers that the app knows; empty until the configuration is known. */
export const useServers = create<{ readonly servers: readonly Server[] }>(() => ({ servers: [] }));

let stored = loadServers();

/** What the list is with the configuration that is known by now. */
export function knownServers(): readonly Server[] {
  return listServers(useConfig.getState().config, stored, useSettings.getState().serverUrl);
}

function follow(): void {
  if (!useConfig.getState().isReady) return;
  const servers = knownServers();
  if (JSON.stringify(servers) === JSON.stringify(useServers.getState().servers)) return;
  for (const { url } of servers) setAccess(url, secretHeaders(loadSecrets(url)));
  useServers.setState({ servers });
}

useConfig.subscribe(follow);
useSettings.subscribe(follow);
onServersChanged(() => {
  stored = loadServers();
  follow();
});

onSecretsChanged(() => {
  for (const { url } of useServers.getState().servers) setAccess(url, secretHeaders(loadSecrets(url)));
});

/** What is known of a server by its address. */
export function serverAt(url: string): Server {
  return useServers.getState().servers.find((server) => server.url === url) ?? plainServer(url, "user");
}

/** How a server is called. */
export function nameOfServer(url: string): string {
  return serverLabel(serverAt(url));
}

/**
 * Adds a server, or changes the one at `before`; its address may change with it. Whether it moved: one of `config.json` stays where
 * it is, with its key, and what the user made of it stands beside it.
 */
export function saveServer(server: StoredServer, before = server.url): boolean {
  const at = stored.findIndex(({ url }) => url === before);
  const others = stored.filter(({ url }) => url !== server.url && url !== before);
  stored = at < 0 ? [...others, server] : [...others.slice(0, at), server, ...others.slice(at)];
  saveServers(stored);
  const { servers } = useConfig.getState().config;
  const isMoved = before !== server.url && !servers.some(({ url }) => url === before);
  if (isMoved) forgetSecrets(before);
  follow();
  if (isMoved) void import("./server-history.ts").then(({ moveHistory }) => moveHistory(before, server.url));
  return isMoved;
}

/**
 * Takes a server off the list, with its key; one of `config.json` goes back to what that says. Returns how to bring it back to its
 * place, its key with it.
 */
export function removeServer(url: string): () => void {
  const at = stored.findIndex((server) => server.url === url);
  const [server] = at < 0 ? [] : stored.slice(at, at + 1);
  const secrets = loadSecrets(url);
  stored = stored.filter((other) => other !== server);
  saveServers(stored);
  forgetSecrets(url);
  follow();
  return () => {
    if (server)
      stored = [...stored.slice(0, at), server, ...stored.slice(at).filter((one) => one.url !== url)];
    saveServers(stored);
    saveServerSecrets(url, secrets);
    follow();
  };
}

/** Whether the user changed what `config.json` says of a server. */
export function isChanged(url: string): boolean {
  return stored.some((server) => server.url === url);
}

/** Takes all servers of the user's off the list, with all keys. */
export function removeAllServers(): void {
  for (const { url } of useServers.getState().servers) setAccess(url, {});
  stored = [];
  saveServers(stored);
  clearSecrets();
  follow();
}

/** For a test of what is in a form, its requests carry these; returns how to go back to what is kept. */
export function trySecrets(url: string, secrets: ServerSecrets): () => void {
  setAccess(url, secretHeaders(secrets));
  return () => setAccess(url, secretHeaders(loadSecrets(url)));
}

/** Key and headers of a server, for its form only. */
export function secretsOf(url: string): ServerSecrets {
  return loadSecrets(url);
}

/** Keeps key and headers of a server; requests carry them from now on. False where they could not be kept, and last as long as the page. */
export function saveServerSecrets(url: string, secrets: ServerSecrets): boolean {
  setAccess(url, secretHeaders(secrets));
  return saveSecrets(url, secrets);
}

function forgetSecrets(url: string): void {
  saveServerSecrets(url, noSecrets);
}
