import { lazy } from "react";
import { loadTranscript } from "#src/features/chat/load-transcript.ts";

const load = {
  transcript: loadTranscript,
  connection: () => import("#src/features/connection/connection-page.tsx"),
  noServer: () => import("#src/features/connection/no-server.tsx"),
  settings: () => import("#src/features/settings/settings-page.tsx"),
  pull: () => import("#src/features/models/pull-dialog.tsx"),
  shortcuts: () => import("./shortcuts-dialog.tsx"),
};

export const ConnectionPage = lazy(() =>
  load.connection().then((module) => ({ default: module.ConnectionPage })),
);
export const NoServer = lazy(() => load.noServer().then((module) => ({ default: module.NoServer })));
export const SettingsPage = lazy(() => load.settings().then((module) => ({ default: module.SettingsPage })));
export const PullDialog = lazy(() => load.pull().then((module) => ({ default: module.PullDialog })));
export const ShortcutsDialog = lazy(() =>
  load.shortcuts().then((module) => ({ default: module.ShortcutsDialog })),
);

/** Reads all pages while nothing else is to do, so that a tab that stays open over a new build has them. */
export function prefetchPages(): void {
  const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1500));
  whenIdle(() => {
    for (const page of Object.values(load)) page().catch(() => {});
  });
}
