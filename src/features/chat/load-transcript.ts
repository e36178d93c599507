import { loadTranscriptTexts } from "#src/ui/i18n.tsx";
import { preloadable } from "#src/ui/preloadable.tsx";

/** The transcript with its renderer of markdown: not needed before there is a conversation. */
export const Transcript = preloadable(async () => {
  const [{ Transcript: transcript }, { warmUp }] = await Promise.all([
    import("./transcript.tsx"),
    import("./warm-up.tsx"),
    loadTranscriptTexts(),
  ]);
  warmUp();
  return transcript;
});
