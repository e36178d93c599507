import { useNewChat } from "./chat-settings.ts";
import { readDraft, writeDraft } from "./drafts.ts";

/**
 * Takes `?q=` and `?model=` from the address of the document: once, for a new conversation. They leave the address, so that
 * a reload does not bring them back.
 */
export function takeLaunch(): void {
  const address = new URL(window.location.href);
  const asked = address.searchParams.get("q");
  const model = address.searchParams.get("model");
  if (asked === null && model === null) return;
  // After what was being typed, if anything was: a link must not take the user's words.
  if (asked) writeDraft("new", [readDraft("new"), asked].filter(Boolean).join("\n\n"));
  if (model) useNewChat.setState({ model });
  address.searchParams.delete("q");
  address.searchParams.delete("model");
  if (!/^#?\/?$/.test(address.hash)) address.hash = "#/";
  history.replaceState(history.state, "", address);
}
