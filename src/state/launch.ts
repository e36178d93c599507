export type Launch = {
  /** Text for the composer of a new conversation; never sent by itself. */
  readonly q?: string;
  /** Model of the new conversation. */
  readonly model?: string;
};

/**
 * What the page's address asks for in its query, which then leaves the address, so that a reload does not ask
 * again. It is about a new conversation, so the address becomes `#/`.
 */
export function takeLaunch(): Launch {
  const url = new URL(location.href);
  const q = url.searchParams.get("q");
  const model = url.searchParams.get("model")?.trim();
  if (q === null && !model) return {};
  url.searchParams.delete("q");
  url.searchParams.delete("model");
  url.hash = "#/";
  history.replaceState(history.state, "", url);
  return { ...(q ? { q } : {}), ...(model ? { model } : {}) };
}
