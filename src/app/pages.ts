import { Transcript } from "#src/features/chat/load-transcript.ts";
import { preloadable } from "#src/ui/preloadable.tsx";

export const ConnectionPage = preloadable(() =>
  import("#src/features/connection/connection-page.tsx").then((module) => module.ConnectionPage),
);
export const NoServer = preloadable(() =>
  import("#src/features/connection/no-server.tsx").then((module) => module.NoServer),
);
export const SettingsPage = preloadable(() =>
  import("#src/features/settings/settings-page.tsx").then((module) => module.SettingsPage),
);
export const LibraryPage = preloadable(() =>
  import("#src/features/models/library/library-page.tsx").then((module) => module.LibraryPage),
);
export const RunningPage = preloadable(() =>
  import("#src/features/models/running/running-page.tsx").then((module) => module.RunningPage),
);
export const PullsPage = preloadable(() =>
  import("#src/features/models/pulls/pulls-page.tsx").then((module) => module.PullsPage),
);
export const CreatePage = preloadable(() =>
  import("#src/features/models/create/create-page.tsx").then((module) => module.CreatePage),
);
export const HealthPage = preloadable(() =>
  import("#src/features/models/health/health-page.tsx").then((module) => module.HealthPage),
);
export const DetailsPage = preloadable(() =>
  import("#src/features/models/details/details-page.tsx").then((module) => module.DetailsPage),
);
export const PlaygroundPage = preloadable(() =>
  import("#src/features/playground/playground-page.tsx").then((module) => module.PlaygroundPage),
);
export const PreviewPanel = preloadable(() =>
  import("#src/features/preview/preview-panel.tsx").then((module) => module.PreviewPanel),
);
export const PullDialog = preloadable(() =>
  import("#src/features/models/pull-dialog.tsx").then((module) => module.PullDialog),
);
export const ActionDialog = preloadable(() =>
  import("#src/features/models/actions/action-dialog.tsx").then((module) => module.ActionDialog),
);
export const RefusedRemovals = preloadable(() =>
  import("#src/features/models/actions/refused-removals.tsx").then((module) => module.RefusedRemovals),
);
export const PushStatus = preloadable(() =>
  import("#src/features/models/actions/push-status.tsx").then((module) => module.PushStatus),
);
export const ShortcutsDialog = preloadable(() =>
  import("./shortcuts-dialog.tsx").then((module) => module.ShortcutsDialog),
);
export const Sheet = preloadable(() => import("#src/ui/sheet.tsx").then((module) => module.Sheet));

/** Reads all pages while nothing else is to do, so that a tab that stays open over a new build has them. */
export function prefetchPages(): void {
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
  whenIdle(() => {
    const pages = [
      Transcript,
      ConnectionPage,
      NoServer,
      SettingsPage,
      PreviewPanel,
      LibraryPage,
      RunningPage,
      PullsPage,
      CreatePage,
      HealthPage,
      DetailsPage,
      PlaygroundPage,
      PullDialog,
      ActionDialog,
      RefusedRemovals,
      PushStatus,
      ShortcutsDialog,
      Sheet,
    ];
    for (const page of pages) page.preload().catch(() => {});
  });
}
