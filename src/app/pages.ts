import type { ComponentType } from "react";
import { ParametersPanel } from "#src/features/chat/load-parameters-panel.ts";
import { Transcript } from "#src/features/chat/load-transcript.ts";
import { ModelPanel } from "#src/features/models/model-picker.tsx";
import { loadPageTexts } from "#src/ui/i18n.tsx";
import { preloadable, type Preloadable } from "#src/ui/preloadable.tsx";

/** A part that is read when it is first drawn, with the texts that it may need. */
function withTexts<Props extends object>(load: () => Promise<ComponentType<Props>>): Preloadable<Props> {
  return preloadable(async () => (await Promise.all([load(), loadPageTexts()]))[0]);
}

export const ConnectionPage = withTexts(() =>
  import("#src/features/connection/connection-page.tsx").then((module) => module.ConnectionPage),
);
export const ServerHealthPage = withTexts(() =>
  import("#src/features/connection/health/server-health-page.tsx").then((module) => module.ServerHealthPage),
);
export const NoServer = withTexts(() =>
  import("#src/features/connection/no-server.tsx").then((module) => module.NoServer),
);
export const NoModels = withTexts(() =>
  import("#src/features/models/no-models.tsx").then((module) => module.NoModels),
);
export const SettingsPage = withTexts(() =>
  import("#src/features/settings/settings-page.tsx").then((module) => module.SettingsPage),
);
export const LibraryPage = withTexts(() =>
  import("#src/features/models/library/library-page.tsx").then((module) => module.LibraryPage),
);
export const RunningPage = withTexts(() =>
  import("#src/features/models/running/running-page.tsx").then((module) => module.RunningPage),
);
export const PullsPage = withTexts(() =>
  import("#src/features/models/pulls/pulls-page.tsx").then((module) => module.PullsPage),
);
export const CreatePage = withTexts(() =>
  import("#src/features/models/create/create-page.tsx").then((module) => module.CreatePage),
);
export const HealthPage = withTexts(() =>
  import("#src/features/models/health/health-page.tsx").then((module) => module.HealthPage),
);
export const DetailsPage = withTexts(() =>
  import("#src/features/models/details/details-page.tsx").then((module) => module.DetailsPage),
);
export const PlaygroundPage = withTexts(() =>
  import("#src/features/playground/playground-page.tsx").then((module) => module.PlaygroundPage),
);
export const RequestsPage = withTexts(() =>
  import("#src/features/requests/requests-page.tsx").then((module) => module.RequestsPage),
);
export const PreviewPanel = withTexts(() =>
  import("#src/features/preview/preview-panel.tsx").then((module) => module.PreviewPanel),
);
export const ServerMenu = withTexts(() =>
  import("#src/features/models/server-menu.tsx").then((module) => module.ServerMenu),
);
export const AbsentPage = withTexts(() =>
  import("#src/features/connection/absent-page.tsx").then((module) => module.AbsentPage),
);
export const OpenAiLibrary = withTexts(() =>
  import("#src/features/models/openai/openai-library.tsx").then((module) => module.OpenAiLibrary),
);
export const OpenAiDetails = withTexts(() =>
  import("#src/features/models/openai/openai-details.tsx").then((module) => module.OpenAiDetails),
);
export const PullDialog = withTexts(() =>
  import("#src/features/models/pull-dialog.tsx").then((module) => module.PullDialog),
);
export const ActionDialog = withTexts(() =>
  import("#src/features/models/actions/action-dialog.tsx").then((module) => module.ActionDialog),
);
export const RefusedRemovals = withTexts(() =>
  import("#src/features/models/actions/refused-removals.tsx").then((module) => module.RefusedRemovals),
);
export const MemoryFailures = withTexts(() =>
  import("#src/features/models/running/memory-failures.tsx").then((module) => module.MemoryFailures),
);
export const PullStatus = withTexts(() =>
  import("#src/features/models/pull-status.tsx").then((module) => module.PullStatus),
);
export const PushStatus = withTexts(() =>
  import("#src/features/models/actions/push-status.tsx").then((module) => module.PushStatus),
);
export const UpdateOffer = withTexts(() => import("./update-offer.tsx").then((module) => module.UpdateOffer));
export const StorageAlert = withTexts(() =>
  import("./storage-alert.tsx").then((module) => module.StorageAlert),
);
export const ConfigFaultAlert = withTexts(() =>
  import("#src/features/connection/config-fault.tsx").then((module) => module.ConfigFaultAlert),
);
export const ShortcutsDialog = withTexts(() =>
  import("./shortcuts-dialog.tsx").then((module) => module.ShortcutsDialog),
);
export const Sheet = withTexts(() => import("#src/ui/sheet.tsx").then((module) => module.Sheet));

/** Reads all pages while nothing else is to do, so that a tab that stays open over a new build has them. */
export function prefetchPages(): void {
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
  whenIdle(() => {
    const pages = [
      Transcript,
      ModelPanel,
      ServerMenu,
      ConnectionPage,
      ServerHealthPage,
      NoServer,
      NoModels,
      SettingsPage,
      PreviewPanel,
      LibraryPage,
      RunningPage,
      PullsPage,
      CreatePage,
      HealthPage,
      DetailsPage,
      PlaygroundPage,
      RequestsPage,
      AbsentPage,
      OpenAiLibrary,
      OpenAiDetails,
      PullDialog,
      ActionDialog,
      RefusedRemovals,
      MemoryFailures,
      ParametersPanel,
      PullStatus,
      PushStatus,
      ShortcutsDialog,
      UpdateOffer,
      ConfigFaultAlert,
      StorageAlert,
      Sheet,
    ];
    for (const page of pages) page.preload().catch(() => {});
  });
}
