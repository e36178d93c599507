import { hostOf } from "#src/core/connection/address.ts";
import { kindOfHost } from "#src/core/connection/host-kind.ts";
import type { Permission } from "#src/core/connection/probes.ts";

/**
 * The browser's permission to reach the network of a server; undefined where it knows no such permission. `isGated`: it also knows
 * the permission's first name, so it is Chromium, which holds requests back by it; Firefox 153 knows the others and does not.
 */
export async function permissionFor(
  url: string,
): Promise<{ readonly permission: Permission | undefined; readonly isGated: boolean }> {
  const [status, first] = await Promise.all([statusFor(url), statusOf("local-network-access")]);
  return { permission: status?.state, isGated: first !== undefined };
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
  return (await statusOf(nearest)) ?? statusOf("local-network-access");
}

async function statusOf(name: string): Promise<PermissionStatus | undefined> {
  try {
    return await navigator.permissions.query({ name: name as PermissionName });
  } catch {
    return undefined;
  }
}
