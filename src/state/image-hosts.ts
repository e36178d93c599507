import { changeSettings, useSettings } from "./settings.ts";

/** Images of this host are loaded without asking from now on. */
export function allowImageHost(host: string): void {
  const { imageHosts } = useSettings.getState();
  if (!imageHosts.includes(host)) changeSettings({ imageHosts: [...imageHosts, host].toSorted() });
}

/** Images of this host are asked for again. */
export function forgetImageHost(host: string): void {
  const { imageHosts } = useSettings.getState();
  changeSettings({ imageHosts: imageHosts.filter((allowed) => allowed !== host) });
}
