import { startPull } from "./pulls.ts";
import { serverUrl } from "./server.ts";

/**
 * Pulls models of the server in use again, each in its turn; how each came out, told by its digest before and after, stands in its
 * view and in the history. What did not change is not downloaded again.
 */
export function updateModels(names: readonly string[]): void {
  const server = serverUrl();
  for (const name of names) startPull(name, server, { isUpdate: true });
}
