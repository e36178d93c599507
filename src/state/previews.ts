import { create } from "zustand";
import type { ConversationId } from "#src/core/conversation/message.ts";
import type { Artefact } from "#src/core/markdown/previews.ts";

/** What the user had run, and where it stands. */
export type OpenPreview = Artefact & { readonly conversationId: ConversationId };

/** One at a time. */
export const usePreviews = create<{ readonly open: OpenPreview | null }>(() => ({ open: null }));

export function openPreview(conversationId: ConversationId, { kind, source }: Artefact): void {
  usePreviews.setState({ open: { conversationId, kind, source } });
}

export function closePreview(): void {
  usePreviews.setState({ open: null });
}
