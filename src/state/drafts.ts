/** Texts being typed: one a conversation, one for the conversation to come, one a message being edited. */
export { readDraft, writeDraft } from "#src/storage/drafts.ts";
