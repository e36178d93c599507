import { loadPageTexts } from "#src/ui/i18n.tsx";
import { preloadable } from "#src/ui/preloadable.tsx";

/** Not needed on a first screen. */
export const NoOpenAiModels = preloadable(async () => {
  const [module] = await Promise.all([import("./openai/no-openai-models.tsx"), loadPageTexts()]);
  return module.NoOpenAiModels;
});
