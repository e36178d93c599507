import { preloadable } from "#src/ui/preloadable.tsx";

/** The system prompt and the sampling of a conversation: not needed before somebody opens them. */
export const ParametersPanel = preloadable(() =>
  import("./parameters-panel.tsx").then((module) => module.ParametersPanel),
);
