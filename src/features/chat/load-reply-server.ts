import { loadPageTexts } from "#src/ui/i18n.tsx";
import { preloadable } from "#src/ui/preloadable.tsx";

const load = async () => (await Promise.all([import("./reply-server.tsx"), loadPageTexts()]))[0];

export const ShowRequest = preloadable(async () => {
  const [parts] = await Promise.all([import("./reply-request.tsx"), loadPageTexts()]);
  return parts.ShowRequest;
});
export const ReplyServer = preloadable(() => load().then((parts) => parts.ReplyServer));
export const AskInstead = preloadable(() => load().then((parts) => parts.AskInstead));
