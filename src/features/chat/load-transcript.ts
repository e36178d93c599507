/** Reads the transcript with its renderer of markdown: not needed before there is a conversation. */
export const loadTranscript = () => import("./transcript.tsx");
