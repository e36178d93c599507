function parseAddress(address: string, protocols: readonly string[]): URL | undefined {
  try {
    const url = new URL(address);
    return protocols.includes(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** The address a link may lead to, as the browser will read it: absolute http, https or mailto, else undefined. */
export function linkAddress(address: string): string | undefined {
  return parseAddress(address, ["http:", "https:", "mailto:"])?.href;
}

/** The address of an image elsewhere that may be opened; undefined for all that is not http or https. */
export function imageAddress(address: string): { href: string; host: string } | undefined {
  const url = parseAddress(address, ["http:", "https:"]);
  return url && { href: url.href, host: url.host };
}

/** Whether an address holds an image itself, of a kind that only shows points: nothing is asked for to show it. */
export function isImageData(address: string): boolean {
  return /^data:image\/(?:png|jpeg|gif|webp|avif);base64,[a-z0-9+/=]+$/i.test(address);
}
