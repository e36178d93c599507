import { create } from "zustand";

/** What a browser hands out that can install the app (the event `beforeinstallprompt`, Chromium only). */
export type InstallOffer = { readonly prompt: () => Promise<unknown> };

type AppUpdate = {
  /** A newer build than this page's is here whole. */
  readonly isReady: boolean;
  readonly install?: InstallOffer | undefined;
};

export const useAppUpdate = create<AppUpdate>(() => ({ isReady: false }));
