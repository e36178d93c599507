import { shareChecks } from "./connections-shared.ts";
import { recordHistory } from "./server-history.ts";
import { noticeOutages } from "./server-history-notices.ts";

/** What is done with the checks of all servers besides showing them: they are kept, shared with other tabs, and outages told of. */
export function followConnections(): void {
  // Many serve the app where Ollama runs: once that host is silent, what names the cause could not be read from it.
  import("#src/ollama/probe-server.ts").catch(() => {});
  recordHistory();
  shareChecks();
  noticeOutages();
}
