import { preloadable } from "#src/ui/preloadable.tsx";

/** The transcript with its renderer of markdown: not needed before there is a conversation. */
export const Transcript = preloadable(() => import("./transcript.tsx").then((module) => module.Transcript));
