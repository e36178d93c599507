import { navigate } from "wouter/use-hash-location";
import { changeChatSettings } from "#src/state/chat-settings.ts";

/** Begins a conversation with a model of the server in use, whichever server the one before was with. */
export function startChat(name: string): void {
  changeChatSettings(null, { model: name });
  navigate("/");
}
