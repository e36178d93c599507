import { hostOf } from "#src/core/connection/address.ts";
import { kindOfHost } from "#src/core/connection/host-kind.ts";
import type { Permission } from "#src/core/connection/probes.ts";

/** The browser's permission to reach the network of a server; undefined where it knows no such permission. */
export async function permissionFor(url: string): Promise<Permission | undefined> {
  return (await statusFor(url))?.state;
}

/** Calls back whenever that permission changes, until it is told to stop. */
export function watchPermission(url: string, onChange: () => void): () => void {
  let status: PermissionStatus | undefined;
  let isOver = false;
  void statusFor(url).then((found) => {
    if (isOver) return;
    status = found;
    status?.addEventListener("change", onChange);
  });
  return () => {
    isOver = true;
    status?.removeEventListener("change", onChange);
  };
}

/** Chromium 145 names two permissions, 142 to 144 one; a browser that knows none throws. */
async function statusFor(url: string): Promise<PermissionStatus | undefined> {
  const nearest = kindOfHost(hostOf(url)) === "loopback" ? "loopback-network" : "local-network";
  for (const name of [nearest, "local-network-access"]) {
    try {
      return await navigator.permissions.query({ name: name as PermissionName });
    } catch {
      // Not this name.
    }
  }
  return undefined;
}
