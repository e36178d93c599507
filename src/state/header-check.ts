import { secretHeaders } from "#src/core/connection/server.ts";
import { secretsFrom, type ServerDraft } from "#src/core/connection/server-draft.ts";
import { checkHeaders, type HeaderCheck } from "#src/ollama/header-check.ts";
import { secretsOf } from "./servers.ts";

export type { HeaderCheck } from "#src/ollama/header-check.ts";

/**
 * Whether a server lets pages send the headers of a form. Only names matter to it, so a value leaves the page only where that server is
 * given it anyway: an address that is still being typed may be anybody's. Throws only the signal's reason when it aborts.
 */
export function checkDraftHeaders(
  url: string,
  draft: ServerDraft,
  signal: AbortSignal,
): Promise<HeaderCheck> {
  const kept = secretHeaders(secretsOf(url));
  const headers = Object.entries(secretHeaders(secretsFrom(draft))).map(([name, value]) => [
    name,
    kept[name] === value ? value : "candor",
  ]);
  return checkHeaders(url, Object.fromEntries(headers) as Record<string, string>, signal);
}
