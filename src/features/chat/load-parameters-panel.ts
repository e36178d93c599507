import { loadPageTexts } from "#src/ui/i18n.tsx";
import { preloadable } from "#src/ui/preloadable.tsx";

/** The system prompt and the sampling of a conversation: not needed before somebody opens them. */
export const ParametersPanel = preloadable(async () => {
  const [{ ParametersPanel: panel }] = await Promise.all([import("./parameters-panel.tsx"), loadPageTexts()]);
  return panel;
});
