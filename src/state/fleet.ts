import { create } from "zustand";
import { byRule } from "#src/core/connection/choose-server.ts";
import type { Server } from "#src/core/connection/server.ts";
import type { Reply } from "#src/core/conversation/message.ts";
import type { Model } from "#src/core/models/model.ts";
import { serverUrl } from "./server.ts";
import { useServers } from "./servers.ts";

/** One server's models, as far as they are known. */
export type ServerList = {
  readonly server: Server;
  /** Those that its filter lets through; absent until it has answered once, now or on an earlier visit. */
  readonly models: readonly Model[] | undefined;
  /** When the list came, in milliseconds since 1970 UTC. */
  readonly updatedAt: number;
  /** The server did not answer the last time it was asked. */
  readonly isDown: boolean;
  /** It is being asked for the first time, or anew after a failure. */
  readonly isAsked: boolean;
  /** `modelKey` of what is in its memory, as far as that is known. */
  readonly inMemory: ReadonlySet<string>;
};

export type Fleet = {
  /** All servers, in their order. */
  readonly lists: readonly ServerList[];
  /** The servers that have a model, in the order of the rule. */
  readonly order: (model: string) => readonly string[];
  /** Learns from a reply how fast its server is. */
  readonly note: (reply: Reply) => void;
};

/** What is known of several servers; nothing where there is one, or it is not known yet. */
export const useFleet = create<Fleet>(() => ({ lists: [], order: () => [], note: () => undefined }));

/** Begins to follow several servers; where the code for it cannot be loaded, each is asked as chosen. */
async function follow(): Promise<void> {
  try {
    (await import("./choose-server.ts")).followServers();
  } catch {}
}

useServers.subscribe(({ servers }) => {
  if (servers.length > 1) void follow();
});

/** The server that a conversation's `server` means now; one that the app does not know any more is the one in use. */
export function askedServer(choice: string | undefined, model: string): string {
  const first = choice === byRule ? useFleet.getState().order(model)[0] : choice;
  return useServers.getState().servers.some(({ url }) => url === first) && first ? first : serverUrl();
}
