import { create } from "zustand";
import { normaliseAddress } from "#src/core/connection/address.ts";
import { type Config, useConfig } from "./config.ts";
import { changeSettings, useSettings } from "./settings.ts";

export type ServerState = {
  /** Normalised address: without a slash at its end. Empty until the configuration is known. */
  readonly url: string;
  /** Who chose it. */
  readonly source: "user" | "config" | "default";
  /** A scripted server without a model. */
  readonly isPractice: boolean;
};

const defaultServer = "http://localhost:11434";

/** The server in use: the user's address, else the first of `config.json`, else Ollama's own. */
export function chooseServer(userUrl: string, config: Config): ServerState {
  const configured = config.servers[0]?.url;
  const normal = normaliseAddress(userUrl);
  // An address from before changes were forbidden would lock the user out of the server that is meant.
  if (normal.ok && config.allowServerChanges && normal.url !== configured)
    return { url: normal.url, source: "user", isPractice: false };
  return configured === undefined
    ? { url: defaultServer, source: "default", isPractice: false }
    : { url: configured, source: "config", isPractice: config.practice };
}

function chosen(): ServerState {
  return chooseServer(useSettings.getState().serverUrl, useConfig.getState().config);
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
useConfig.subscribe(follow);

/** Address of the server in use. */
export function serverUrl(): string {
  return useServer.getState().url || chosen().url;
}

/** Uses another server from now on; `""` goes back to the one that was configured. */
export function setServer(url: string): void {
  changeSettings({ serverUrl: url });
}
