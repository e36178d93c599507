import { dropAllDrafts } from "./server-draft.ts";
import { setServer } from "./server.ts";
import { removeAllServers } from "./servers.ts";

/** Forgets every server of the user's: the list, the keys, what stands in forms, and which one is in use. */
export function forgetServers(): void {
  dropAllDrafts();
  removeAllServers();
  setServer("");
}
