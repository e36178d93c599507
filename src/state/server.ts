import { create } from "zustand";
import { normaliseAddress } from "#src/core/connection/address.ts";
import type { Server } from "#src/core/connection/server.ts";
import { type Config, useConfig } from "./config.ts";
import { knownServers, useServers } from "./servers.ts";
import { changeSettings, useSettings } from "./settings.ts";

export type ServerState = {
  /** Normalised address: without a slash at its end. Empty until the configuration is known. */
  readonly url: string;
  /** Who chose it. */
  readonly source: "user" | "config" | "default";
  /** A scripted server without a model. */
  readonly isPractice: boolean;
};

/** The server in use: the user's choice where it is one of those that there are, else the first. */
export function chooseServer(userUrl: string, servers: readonly Server[], config: Config): ServerState {
  const normal = normaliseAddress(userUrl);
  const own = servers.find(({ url }) => normal.ok && url === normal.url) ?? servers[0];
  const { url = "", source = "default" } = own ?? {};
  return { url, source, isPractice: config.practice && url === config.servers[0]?.url };
}

function chosen(): ServerState {
  return chooseServer(useSettings.getState().serverUrl, knownServers(), useConfig.getState().config);
}

/** Nothing is asked of a server before it is known which one is meant. */
export const useServer = create<ServerState>(() => ({ url: "", source: "default", isPractice: false }));

function follow(): void {
  if (!useConfig.getState().isReady) return;
  const next = chosen();
  const { url, source, isPractice } = useServer.getState();
  if (next.url !== url || next.source !== source || next.isPractice !== isPractice) useServer.setState(next);
}

useSettings.subscribe(follow);
useServers.subscribe(follow);

/** Address of the server in use. */
export function serverUrl(): string {
  return useServer.getState().url || chosen().url;
}

/** Uses another server from now on, for new conversations too; `""` goes back to the one that was configured. */
export function setServer(url: string): void {
  changeSettings({ serverUrl: url, lastServer: "" });
}
