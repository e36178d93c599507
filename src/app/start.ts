import { startConnection } from "#src/state/connection.ts";
import { useNewChat } from "#src/state/chat-settings.ts";
import { startConversations } from "#src/state/conversations.ts";
import { loadConfig } from "#src/state/config.ts";
import { rememberPulls } from "#src/state/pulls.ts";
import { flushRuns } from "#src/state/runs.ts";
import { followSettings, type Settings, useSettings } from "#src/state/settings.ts";
import { languageOfBrowser, loadPageTexts, showLanguage } from "#src/ui/i18n.tsx";
import { readDraft, writeDraft } from "#src/state/drafts.ts";
import { takeLaunch } from "#src/state/launch.ts";
import { type InstallOffer, useAppUpdate } from "#src/state/app-update.ts";
import { whenIdle } from "#src/ui/idle.ts";
import { whenRetried } from "#src/ui/preloadable.tsx";
import { prefetchPages } from "./pages.ts";

/** Begins everything that does not need a page: once, before the first drawing. */
export function startApp(): void {
  applySettings(useSettings.getState());
  useSettings.subscribe(applySettings);
  followSettings();
  applyLaunch();
  void startConversations();
  void loadConfig().finally(() => {
    startConnection();
    void followChecks();
    void rememberPulls();
  });
  // A page that is hidden may be gone without another event.
  addEventListener("pagehide", flushRuns);
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && flushRuns());
  prefetchPages();
  keepApp();
}

/** Has the app's files kept, once the page is there and nothing else is to do. */
function keepApp(): void {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    useAppUpdate.setState({ install: event as Event & InstallOffer });
  });
  if (!import.meta.env.PROD) return;
  addEventListener("load", () => whenIdle(keepFiles));
}

function keepFiles(): void {
  import("#src/state/app-update-watch.ts").then(
    (watch) => watch.watchForUpdates(),
    () => whenRetried(keepFiles),
  );
}

/** No first screen waits for it; where it cannot be loaded, the shell says so and tries again. */
async function followChecks(): Promise<void> {
  try {
    const [{ followConnections }] = await Promise.all([
      import("#src/state/connections-follow.ts"),
      loadPageTexts(),
    ]);
    followConnections();
  } catch {
    whenRetried(() => void followChecks());
  }
}

function applyLaunch(): void {
  const { q, model } = takeLaunch();
  if (model) useNewChat.setState({ model });
  // After what was being typed, if anything was: a link must not take the user's words.
  if (q) writeDraft("new", [readDraft("new"), q].filter(Boolean).join("\n\n"));
}

let shownLanguage = "en";

function applySettings({ theme, language }: Settings): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  const next = language === "system" ? languageOfBrowser(navigator.languages) : language;
  if (next === shownLanguage) return;
  shownLanguage = next;
  void showLanguage(next);
}
